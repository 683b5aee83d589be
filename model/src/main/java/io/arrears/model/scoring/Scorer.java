package io.arrears.model.scoring;

import io.arrears.model.account.Money;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.feature.FeatureVector;
import java.io.Serializable;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Scores accounts with one artefact: calibrated probabilities, expected cash and reasons. Immutable, thread-safe, and
 * serialisable so that an executor can carry it. No native library, no Tribuo.
 */
public final class Scorer implements Serializable {
    private static final int ROLLED_DAYS_PAST_DUE = 90;

    private final String modelId;
    private final transient FeatureSchema schema;
    private final transient Map<Target, TargetModel> models = new EnumMap<>(Target.class);
    private final transient TreeShap payShap;
    private final transient ReasonWriter reasons;
    private final transient Exposure exposure;
    private final transient OptionalInt daysPastDueAt;

    /**
     * @throws IllegalArgumentException when there is no model of pay30, or one reads features the schema does not have
     */
    public Scorer(String modelId, FeatureSchema schema, Collection<TargetModel> models) {
        this.modelId = modelId;
        this.schema = schema;
        for (TargetModel model : models) {
            if (model.trees().maxFeature() >= schema.size()) {
                throw new IllegalArgumentException("model %s reads feature %d of %d: its files do not belong together"
                        .formatted(modelId, model.trees().maxFeature(), schema.size()));
            }
            this.models.put(model.target(), model);
        }
        this.payShap = new TreeShap(pay().trees());
        this.reasons = new ReasonWriter(schema);
        this.exposure = Exposure.of(schema);
        this.daysPastDueAt = schema.findIndex("days_past_due");
    }

    public String modelId() {
        return modelId;
    }

    public FeatureSchema schema() {
        return schema;
    }

    /** The model of one target; empty when the artefact has none. */
    public Optional<TargetModel> find(Target target) {
        return Optional.ofNullable(models.get(target));
    }

    /**
     * Refuses vectors of another schema.
     *
     * @throws IllegalArgumentException when the fingerprints differ
     */
    public void require(FeatureSchema other) {
        if (!other.fingerprint().equals(schema.fingerprint())) {
            throw new IllegalArgumentException(
                    "features have schema %s, model %s was trained on %s: rebuild the features or retrain the model"
                            .formatted(other.fingerprint(), modelId, schema.fingerprint()));
        }
    }

    /** The calibrated probability of a payment within 30 days. */
    public double payProbability(FeatureVector vector) {
        return pay().probability(row(vector));
    }

    /**
     * The same for rows that stand one after the other, {@link FeatureSchema#size} finite values or NaN each; several
     * times faster than one by one.
     */
    public double[] payProbabilities(float[] rows) {
        double[] answers = new double[rows.length / schema.size()];
        pay().trees().margins(rows, schema.size(), answers);
        for (int row = 0; row < answers.length; row++) {
            answers[row] = pay().calibration().probability(answers[row]);
        }
        return answers;
    }

    /** Everything the artefact says, with reasons; cash in minor units of {@code currency}. */
    public Scores score(FeatureVector vector, Currency currency) {
        float[] row = row(vector);
        double pay = pay().probability(row);
        return new Scores(
                modelId,
                pay,
                pay * cashWhenPaid(row) * Math.pow(10, Money.decimals(currency)),
                rollProbability(row),
                reasons.write(row, payShap.contributions(row)));
    }

    /** Expected payments, in currency units, given that there is one. */
    private double cashWhenPaid(float[] row) {
        TargetModel cash = models.get(Target.CASH30);
        double ratio = cash == null ? 1 : Exposure.clipRatio(cash.trees().margin(row));
        return ratio * exposure.amount(row);
    }

    private double rollProbability(float[] row) {
        TargetModel roll = models.get(Target.ROLL90);
        boolean rolled = daysPastDueAt.isPresent() && row[daysPastDueAt.getAsInt()] >= ROLLED_DAYS_PAST_DUE;
        return roll == null || rolled ? Double.NaN : roll.probability(row);
    }

    private TargetModel pay() {
        TargetModel pay = models.get(Target.PAY30);
        if (pay == null) {
            throw new IllegalArgumentException("model %s has no pay30: train that target too".formatted(modelId));
        }
        return pay;
    }

    private float[] row(FeatureVector vector) {
        if (vector.size() != schema.size()) {
            throw new IllegalArgumentException("vector has %d values, model %s needs the %d of schema %s"
                    .formatted(vector.size(), modelId, schema.size(), schema.fingerprint()));
        }
        return vector.toArray();
    }

    private Object writeReplace() {
        return SerializedScorer.of(this, models.values());
    }
}
