package io.arrears.model.scoring;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Coded;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Money;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.feature.FeatureVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Scores accounts with one artefact: calibrated probabilities, expected cash and reasons. Immutable, thread-safe, and
 * serialisable so that an executor can carry it. No native library, no Tribuo.
 */
public final class Scorer implements Scoring {
    private static final int ROLLED_DAYS_PAST_DUE = 90;

    private final String modelId;
    private final transient FeatureSchema schema;
    private final transient Map<Target, TargetModel> models = new EnumMap<>(Target.class);
    private final transient List<Attempt> arms;
    /** What stands behind an account's row for each of the arms. */
    private final transient float[][] attempts;

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
        TargetModel reach = this.models.get(Target.REACH);
        this.arms = reach == null
                ? List.of()
                : reach.groups().offsets().keySet().stream()
                        .filter(arm -> arm.indexOf('/') > 0)
                        .map(Attempt::of)
                        .toList();
        this.attempts = arms.stream()
                .map(arm -> AttemptRow.columns(arm.channel, arm.window))
                .toArray(float[][]::new);
        this.payShap = new TreeShap(pay().trees());
        this.reasons = new ReasonWriter(schema);
        this.exposure = Exposure.of(schema);
        this.daysPastDueAt = schema.findIndex("days_past_due");
        this.pastDueAt = schema.findIndex("past_due_amount");
        this.promisesPendingAt = schema.findIndex("promises_pending");
    }

    /**
     * A scorer of a model's files.
     *
     * @param file what a name, e.g. {@code pay30.trees}, holds
     * @throws IllegalArgumentException when the files are damaged or do not belong together
     */
    public static Scorer of(ModelManifest manifest, Function<String, byte[]> file) {
        FeatureSchema schema = manifest.schema();
        List<TargetModel> models = new ArrayList<>();
        for (String target : manifest.targets().keySet()) {
            FeatureSchema rows = rowSchema(Target.of(target), schema);
            models.add(TreesFile.read(file.apply(TreesFile.name(target)), rows.fingerprint()));
        }
        return new Scorer(manifest.id(), schema, models);
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
        return pay().probability(row(vector), group.type().code(), group.segment());
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
        float[] row = row(vector);
        TargetModel cash = models.get(Target.CASH30);
        double margin = cash == null ? 1 : cash.trees().margin(row);
        return cashWhenPaid(margin, row) * Math.pow(10, Money.decimals(group.currency()));
    }

    /** Everything the artefact says, with reasons; cash in minor units of the group's currency. */
    @Override
    public Scores score(FeatureVector vector, ScoringGroup group) {
        return scoreAll(List.of(vector), List.of(group)).get(0);
    }

    /** The same without reasons, which cost many times what the rest does. */
    public Scores scoreWithoutReasons(FeatureVector vector, ScoringGroup group) {
        return score(0, new Margins(List.of(row(vector)), false), group);
    }

    /** The same of many accounts, each with its group; several times faster than one by one. */
    @Override
    public List<Scores> scoreAll(List<FeatureVector> vectors, List<ScoringGroup> groups) {
        Margins margins = new Margins(vectors.stream().map(this::row).toList(), true);
        List<Scores> scores = new ArrayList<>(vectors.size());
        for (int i = 0; i < vectors.size(); i++) {
            scores.add(score(i, margins, groups.get(i)));
        }
        return scores;
    }

    private Scores score(int i, Margins margins, ScoringGroup group) {
        float[] row = margins.rows.get(i);
        double pay = margins.probability(Target.PAY30, i, group);
        return new Scores(
                modelId,
                pay,
                pay * margins.cashWhenPaid(i) * Math.pow(10, Money.decimals(group.currency())),
                isAtLeast(daysPastDueAt, row, ROLLED_DAYS_PAST_DUE)
                        ? Double.NaN
                        : margins.probability(Target.ROLL90, i, group),
                reasons.write(row, margins.contributions(i)),
                margins.further(i, group));
    }

    /** What the trees of all targets say of some rows. */
    private final class Margins {
        private final List<float[]> rows;
        private final Map<Target, double[]> ofAccounts = new EnumMap<>(Target.class);
        private final double[] ofAttempts;
        private final double[] contributions;

        Margins(List<float[]> rows, boolean explained) {
            this.rows = rows;
            float[] table = table(rows);
            for (Target target : models.keySet()) {
                if (target != Target.REACH) {
                    double[] margins = new double[rows.size()];
                    model(target).trees().margins(table, schema.size(), margins);
                    ofAccounts.put(target, margins);
                }
            }
            this.ofAttempts = new double[rows.size() * arms.size()];
            if (!arms.isEmpty()) {
                model(Target.REACH).trees().margins(table, schema.size(), attempts, ofAttempts);
            }
            this.contributions = explained ? payShap.contributions(table, schema.size()) : new double[table.length];
        }

        double probability(Target target, int row, ScoringGroup group) {
            double[] margins = ofAccounts.get(target);
            return margins == null
                    ? Double.NaN
                    : model(target).calibrated(margins[row], group.type().code(), group.segment());
        }

        double cashWhenPaid(int row) {
            double[] margins = ofAccounts.get(Target.CASH30);
            return Scorer.this.cashWhenPaid(margins == null ? 1 : margins[row], rows.get(row));
        }

        double[] contributions(int row) {
            return Arrays.copyOfRange(contributions, row * schema.size(), (row + 1) * schema.size());
        }

        FurtherScores further(int i, ScoringGroup group) {
            float[] row = rows.get(i);
            return new FurtherScores(
                    isAtLeast(promisesPendingAt, row, 1) ? probability(Target.KEPT, i, group) : Double.NaN,
                    isAtLeast(pastDueAt, row, Float.MIN_VALUE) ? probability(Target.SELFCURE, i, group) : Double.NaN,
                    reach(i));
        }

        private SortedMap<String, Double> reach(int row) {
            SortedMap<String, Double> reach = new TreeMap<>();
            for (int a = 0; a < arms.size(); a++) {
                Attempt arm = arms.get(a);
                double margin = ofAttempts[row * arms.size() + a];
                reach.put(arm.code, model(Target.REACH).calibrated(margin, arm.channel.code(), arm.window.code()));
            }
            return reach;
        }
    }

    private float[] table(List<float[]> rows) {
        float[] table = new float[rows.size() * schema.size()];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, table, i * schema.size(), schema.size());
        }
        return table;
    }

    /** A channel and window the model of reach has seen. */
    private record Attempt(String code, Channel channel, ContactWindow window) {
        static Attempt of(String arm) {
            int slash = arm.indexOf('/');
            return new Attempt(
                    arm,
                    Coded.get(Channel.class, arm.substring(0, slash)),
                    Coded.get(ContactWindow.class, arm.substring(slash + 1)));
        }
    }

    /** Expected payments, in currency units, given that there is one; a margin of 1 where no model of cash is. */
    private double cashWhenPaid(double margin, float[] row) {
        return Exposure.clipRatio(margin) * exposure.amount(row);
    }

    private static boolean isAtLeast(OptionalInt at, float[] row, float limit) {
        return at.isPresent() && row[at.getAsInt()] >= limit;
    }

    private TargetModel pay() {
        return model(Target.PAY30);
    }

    private TargetModel model(Target target) {
        TargetModel model = models.get(target);
        if (model == null) {
            throw new IllegalArgumentException(
                    "model %s has no %s: train that target too".formatted(modelId, target.code()));
        }
        return model;
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
