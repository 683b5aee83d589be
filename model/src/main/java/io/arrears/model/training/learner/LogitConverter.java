package io.arrears.model.training.learner;

import com.google.protobuf.Any;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tribuo.Example;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.common.xgboost.XGBoostOutputConverter;
import org.tribuo.common.xgboost.protos.XGBoostOutputConverterProto;
import org.tribuo.protos.ProtoSerializableClass;
import org.tribuo.protos.ProtoUtil;

/** Makes Tribuo's predictions of what a booster with a logistic objective answers: the probability of label 1. */
@ProtoSerializableClass(version = LogitConverter.CURRENT_VERSION)
public final class LogitConverter implements XGBoostOutputConverter<Label> {
    /** Of the protobuf form. */
    public static final int CURRENT_VERSION = 0;

    private static final long serialVersionUID = 1L;

    /** Found by Tribuo by its name. */
    public static LogitConverter deserializeFromProto(int version, String className, Any message) {
        if (version != CURRENT_VERSION) {
            throw new IllegalArgumentException("version %d of %s is unknown: use a newer release, %d bytes stay unread"
                    .formatted(version, className, message.getSerializedSize()));
        }
        return new LogitConverter();
    }

    @Override
    public boolean generatesProbabilities() {
        return true;
    }

    @Override
    public Prediction<Label> convertOutput(
            ImmutableOutputInfo<Label> info, List<float[]> outputs, int valid, Example<Label> example) {
        return prediction(outputs.get(0)[0], valid, example);
    }

    @Override
    public List<Prediction<Label>> convertBatchOutput(
            ImmutableOutputInfo<Label> info, List<float[][]> outputs, int[] valid, Example<Label>[] examples) {
        List<Prediction<Label>> predictions = new ArrayList<>();
        for (int i = 0; i < examples.length; i++) {
            predictions.add(prediction(outputs.get(0)[i][0], valid[i], examples[i]));
        }
        return predictions;
    }

    private static Prediction<Label> prediction(float yes, int valid, Example<Label> example) {
        Map<String, Label> scores = new LinkedHashMap<>();
        scores.put(TreeLearner.YES.getLabel(), new Label(TreeLearner.YES.getLabel(), yes));
        scores.put(TreeLearner.NO.getLabel(), new Label(TreeLearner.NO.getLabel(), 1.0 - yes));
        Label best = scores.get((yes >= 0.5f ? TreeLearner.YES : TreeLearner.NO).getLabel());
        return new Prediction<>(best, scores, valid, example, true);
    }

    @Override
    public XGBoostOutputConverterProto serialize() {
        return ProtoUtil.serialize(this);
    }

    @Override
    public Class<Label> getTypeWitness() {
        return Label.class;
    }
}
