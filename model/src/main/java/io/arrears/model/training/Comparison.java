package io.arrears.model.training;

import io.arrears.model.account.Coded;
import io.arrears.model.account.Days;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.scoring.GateCheck;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.ScoringGroup;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.evaluation.Accounts;
import io.arrears.model.training.evaluation.Assessment;
import io.arrears.model.training.learner.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/** Both models on the same matured rows, the latest, of which neither has learned; pay30 alone. */
final class Comparison {
    /** The candidate may lose this much per row before it is worse, in nats. */
    static final double MARGIN = 0.01;
    /** Beyond this the gain itself is suspect. */
    static final double MOST_AUC_GAIN = 0.10;

    private static final int MIN_ROWS = 100;
    private static final int MIN_EVENTS = 10;
    private static final int MOST_DAYS = 6;
    private static final Currency ANY = Currency.getInstance("EUR");

    private final PromotionGate.Candidate candidate;
    private final PromotionGate.Champion champion;
    private final TrainingTable rows;
    private final TrainingTable ofChampion;

    Comparison(
            PromotionGate.Candidate candidate,
            PromotionGate.Champion champion,
            TrainingTable rows,
            TrainingTable ofChampion) {
        this.candidate = candidate;
        this.champion = champion;
        this.rows = rows;
        this.ofChampion = ofChampion;
    }

    List<GateCheck> checks() {
        int[] recent = recent();
        double[] labels = Arrays.stream(recent)
                .mapToDouble(row -> rows.label(Target.PAY30, row))
                .toArray();
        double positives = Arrays.stream(labels).sum();
        if (recent.length < MIN_ROWS || Math.min(positives, labels.length - positives) < MIN_EVENTS) {
            return List.of(new GateCheck(
                    "rows",
                    false,
                    ("%d matured rows, %.0f of them with a payment, that neither model learned from: %d and %d of either"
                                    + " outcome are needed; train the candidate on a later day")
                            .formatted(recent.length, positives, MIN_ROWS, MIN_EVENTS)));
        }
        double[] ofCandidate = probabilities(candidate.scorer(), rows, recent);
        double[] before = probabilities(champion.scorer(), ofChampion, recent);
        int[] accounts = Accounts.of(Arrays.stream(recent).mapToObj(rows::accountId));
        List<GateCheck> checks = new ArrayList<>();
        checks.add(overall(PairedLoss.of(ofCandidate, before, labels, accounts)));
        checks.add(everyDay(recent, at -> PairedLoss.of(ofCandidate, before, labels, accounts, at)));
        checks.add(gain(
                Assessment.auc(ofCandidate, labels).value(),
                Assessment.auc(before, labels).value()));
        return checks;
    }

    /** The rows that judged the candidate and lie after all that the champion learned from, of the latest days. */
    private int[] recent() {
        int[] test = split(rows, candidate.manifest()).test();
        boolean sameRows =
                champion.ownRows().map(own -> own.hash().equals(rows.hash())).orElse(false);
        int learned = sameRows ? Integer.MIN_VALUE : learnedThrough();
        int[] fresh =
                Arrays.stream(test).filter(row -> rows.asOfDay(row) > learned).toArray();
        int[] days = Arrays.stream(fresh).map(rows::asOfDay).distinct().sorted().toArray();
        int from = days.length <= MOST_DAYS ? Integer.MIN_VALUE : days[days.length - MOST_DAYS];
        return Arrays.stream(fresh).filter(row -> rows.asOfDay(row) >= from).toArray();
    }

    /** The last day of any outcome the champion learned from; without its rows, of its whole training window. */
    private int learnedThrough() {
        int horizon = champion.manifest().horizonDays(Target.PAY30);
        if (champion.ownRows().isEmpty()) {
            return Days.of(champion.manifest().origin().through()) + horizon - 1;
        }
        TrainingTable own = champion.ownRows().get();
        TimeSplit split = split(own, champion.manifest());
        return IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.tune()))
                .map(row -> own.throughDay(row, horizon))
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    private static TimeSplit split(TrainingTable table, ModelManifest of) {
        return TimeSplit.of(table, row -> !Double.isNaN(table.label(Target.PAY30, row)), of.horizonDays(Target.PAY30));
    }

    /** The currency has no part in a probability. */
    private static double[] probabilities(Scorer scorer, TrainingTable table, int[] rows) {
        Matrix features = table.features().take(rows);
        return scorer.payProbabilities(
                features.rows(0, rows.length),
                i -> ScoringGroup.of(
                        ANY, Coded.get(ReceivableType.class, table.receivableType(rows[i])), table.segment(rows[i])));
    }

    private GateCheck overall(PairedLoss loss) {
        return new GateCheck(
                "not_worse",
                loss.difference().high() <= MARGIN,
                "log loss less the champion's, per row: %s on %,d rows; at most %.3f wanted with 95 %% confidence"
                        .formatted(figure(loss), loss.rows(), MARGIN));
    }

    private interface OnRows {
        PairedLoss at(int[] positions);
    }

    private GateCheck everyDay(int[] recent, OnRows loss) {
        List<String> worse = new ArrayList<>();
        int[] days =
                Arrays.stream(recent).map(rows::asOfDay).distinct().sorted().toArray();
        for (int day : days) {
            int[] at = IntStream.range(0, recent.length)
                    .filter(i -> rows.asOfDay(recent[i]) == day)
                    .toArray();
            if (at.length >= MIN_ROWS && loss.at(at).difference().low() > MARGIN) {
                worse.add("%s %s".formatted(Days.date(day), figure(loss.at(at))));
            }
        }
        return new GateCheck(
                "not_worse",
                worse.isEmpty(),
                worse.isEmpty()
                        ? "clearly worse on none of %d as-of days from %s to %s"
                                .formatted(days.length, Days.date(days[0]), Days.date(days[days.length - 1]))
                        : "clearly worse as of " + String.join(", ", worse));
    }

    private static GateCheck gain(double auc, double before) {
        return new GateCheck(
                "plausible",
                auc - before <= MOST_AUC_GAIN,
                "AUC %.3f, the champion's %.3f on the same rows; a gain above %.2f is taken for a leak"
                        .formatted(auc, before, MOST_AUC_GAIN));
    }

    private static String figure(PairedLoss loss) {
        return "%+.4f (%+.4f to %+.4f)"
                .formatted(
                        loss.difference().value(),
                        loss.difference().low(),
                        loss.difference().high());
    }
}
