package io.arrears.model.scoring;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Coded;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Money;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.feature.FeatureVector;
import java.io.Serializable;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

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
    private final transient OptionalInt pastDueAt;
    private final transient OptionalInt promisesPendingAt;

    /**
     * @throws IllegalArgumentException when there is no model of pay30, or one reads features the schema does not have
     */
    public Scorer(String modelId, FeatureSchema schema, Collection<TargetModel> models) {
        this.modelId = modelId;
        this.schema = schema;
        for (TargetModel model : models) {
            if (model.trees().maxFeature() >= rowSchema(model.target(), schema).size()) {
                throw new IllegalArgumentException("model %s reads feature %d of %d: its files do not belong together"
                        .formatted(modelId, model.trees().maxFeature(), schema.size()));
            }
            this.models.put(model.target(), model);
        }
        this.payShap = new TreeShap(pay().trees());
        this.reasons = new ReasonWriter(schema);
        this.exposure = Exposure.of(schema);
        this.daysPastDueAt = schema.findIndex("days_past_due");
        this.pastDueAt = schema.findIndex("past_due_amount");
        this.promisesPendingAt = schema.findIndex("promises_pending");
    }

    /** The schema of the rows a target's trees read, over that of accounts. */
    public static FeatureSchema rowSchema(Target target, FeatureSchema schema) {
        return target == Target.REACH ? AttemptRow.schema(schema) : schema;
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
    public double payProbability(FeatureVector vector, ScoringGroup group) {
        return probability(pay(), row(vector), group);
    }

    /**
     * The same for rows that stand one after the other, {@link FeatureSchema#size} finite values or NaN each; several
     * times faster than one by one.
     *
     * @param groupOf the group of each row
     */
    public double[] payProbabilities(float[] rows, IntFunction<ScoringGroup> groupOf) {
        double[] answers = new double[rows.length / schema.size()];
        pay().trees().margins(rows, schema.size(), answers);
        for (int row = 0; row < answers.length; row++) {
            ScoringGroup group = groupOf.apply(row);
            answers[row] = pay().calibrated(answers[row], group.type().code(), group.segment());
        }
        return answers;
    }

    /** Expected payments within 30 days, given that there is one, in minor units of the group's currency. */
    public double cashPerPaymentMinor(FeatureVector vector, ScoringGroup group) {
        return cashWhenPaid(row(vector)) * Math.pow(10, Money.decimals(group.currency()));
    }

    /** Everything the artefact says, with reasons; cash in minor units of the group's currency. */
    public Scores score(FeatureVector vector, ScoringGroup group) {
        float[] row = row(vector);
        double pay = probability(pay(), row, group);
        return new Scores(
                modelId,
                pay,
                pay * cashWhenPaid(row) * Math.pow(10, Money.decimals(group.currency())),
                isAtLeast(daysPastDueAt, row, ROLLED_DAYS_PAST_DUE)
                        ? Double.NaN
                        : probability(Target.ROLL90, row, group),
                reasons.write(row, payShap.contributions(row)),
                further(row, group));
    }

    /** Expected payments, in currency units, given that there is one. */
    private double cashWhenPaid(float[] row) {
        TargetModel cash = models.get(Target.CASH30);
        double ratio = cash == null ? 1 : Exposure.clipRatio(cash.trees().margin(row));
        return ratio * exposure.amount(row);
    }

    private FurtherScores further(float[] row, ScoringGroup group) {
        double kept = isAtLeast(promisesPendingAt, row, 1) ? probability(Target.KEPT, row, group) : Double.NaN;
        double cured =
                isAtLeast(pastDueAt, row, Float.MIN_VALUE) ? probability(Target.SELFCURE, row, group) : Double.NaN;
        return new FurtherScores(kept, cured, reach(row));
    }

    /** By every channel and window the model has seen. */
    private SortedMap<String, Double> reach(float[] row) {
        SortedMap<String, Double> reach = new TreeMap<>();
        TargetModel model = models.get(Target.REACH);
        if (model != null) {
            for (String arm : model.groups().offsets().keySet()) {
                int slash = arm.indexOf('/');
                if (slash > 0) {
                    String channel = arm.substring(0, slash);
                    String window = arm.substring(slash + 1);
                    float[] attempt = AttemptRow.of(
                            row, Coded.get(Channel.class, channel), Coded.get(ContactWindow.class, window));
                    reach.put(arm, model.probability(attempt, channel, window));
                }
            }
        }
        return reach;
    }

    private double probability(Target target, float[] row, ScoringGroup group) {
        TargetModel model = models.get(target);
        return model == null ? Double.NaN : probability(model, row, group);
    }

    private static double probability(TargetModel model, float[] row, ScoringGroup group) {
        return model.probability(row, group.type().code(), group.segment());
    }

    private static boolean isAtLeast(OptionalInt at, float[] row, float limit) {
        return at.isPresent() && row[at.getAsInt()] >= limit;
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
