package io.arrears.model.training.learner;

import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;
import org.tribuo.Dataset;
import org.tribuo.Output;
import org.tribuo.common.xgboost.XGBoostModel;
import org.tribuo.common.xgboost.XGBoostOutputConverter;
import org.tribuo.common.xgboost.XGBoostTrainer;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * Tribuo's XGBoost with what its own trainers lock: one tree per round for a probability, so that monotone constraints
 * bind the margin itself, and early stopping on later rows. Models carry no time of training: equal rows and settings
 * give equal bytes.
 */
final class BoostTrainer<T extends Output<T>> extends XGBoostTrainer<T> {
    private final Function<T, Float> label;
    private final XGBoostOutputConverter<T> converter;
    private final Map<String, Object> settings;
    private @Nullable Dataset<T> later;
    private int patience;

    /** @param settings XGBoost's, the objective among them */
    BoostTrainer(
            int rounds, Map<String, Object> settings, Function<T, Float> label, XGBoostOutputConverter<T> converter) {
        super(rounds, settings);
        this.settings = Map.copyOf(settings);
        this.label = label;
        this.converter = converter;
    }

    /** Stops once {@code rounds} rounds in a row have not made the loss of these rows lower. */
    void stopEarly(Dataset<T> laterRows, int rounds) {
        later = laterRows;
        patience = rounds;
    }

    @Override
    public XGBoostModel<T> train(Dataset<T> examples, Map<String, Provenance> run) {
        return train(examples, run, INCREMENT_INVOCATION_COUNT);
    }

    @Override
    public XGBoostModel<T> train(Dataset<T> examples, Map<String, Provenance> run, int invocation) {
        TrainerProvenance trainer = getProvenance();
        trainInvocationCounter++;
        ModelProvenance provenance = new ModelProvenance(
                XGBoostModel.class.getName(), TribuoRows.UNDATED, examples.getProvenance(), trainer, run);
        return createModel(
                "xgboost",
                provenance,
                examples.getFeatureIDMap(),
                examples.getOutputIDInfo(),
                List.of(boost(examples)),
                converter);
    }

    private Booster boost(Dataset<T> examples) {
        Map<String, Object> parameters = new HashMap<>(settings);
        DMatrix rows = null;
        DMatrix watched = null;
        try {
            rows = convertExamples(examples, examples.getFeatureIDMap(), label).data;
            if (later == null) {
                return XGBoost.train(rows, parameters, numTrees, Map.of(), null, null);
            }
            watched = convertExamples(later, examples.getFeatureIDMap(), label).data;
            parameters.put("maximize_evaluation_metrics", "false");
            parameters.put("verbose_eval", "false");
            float[][] losses = new float[1][numTrees];
            return XGBoost.train(rows, parameters, numTrees, Map.of("later", watched), losses, null, null, patience);
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not train: " + e.getMessage(), e);
        } finally {
            dispose(rows);
            dispose(watched);
        }
    }

    private static void dispose(@Nullable DMatrix matrix) {
        if (matrix != null) {
            matrix.dispose();
        }
    }

    @Override
    public TrainerProvenance getProvenance() {
        return new TrainerProvenanceImpl(this);
    }
}
