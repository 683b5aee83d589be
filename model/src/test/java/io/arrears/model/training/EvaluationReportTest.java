package io.arrears.model.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.scoring.MetricRow;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.evaluation.Assessment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a training says of its model: every part of the book, the groups it never sees, and how far things moved. */
final class EvaluationReportTest {
    private static @Nullable TrainedBook trained;

    @BeforeAll
    static void train(@TempDir Path folder) {
        trained = BookTraining.train(TrainingRows.of(TestBook.write(folder, 400, 16)), TestBook.request());
    }

    private static TrainedBook book() {
        if (trained == null) {
            throw new IllegalStateException("not trained");
        }
        return trained;
    }

    private static List<MetricRow> of(String contender, String metric) {
        return book().evaluation().metrics().stream()
                .filter(row -> row.target().equals("pay30"))
                .filter(row -> row.contender().equals(contender) && row.metric().equals(metric))
                .toList();
    }

    private static MetricRow of(String contender, String slice, String metric) {
        return of(contender, metric).stream()
                .filter(row -> row.slice().equals(slice))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no %s of %s".formatted(metric, slice)));
    }

    @Test
    void everyPartOfTheBookHasFiguresWithIntervalsAndCounts() {
        List<MetricRow> aucs = of(Contenders.TREES, "auc");
        assertThat(aucs)
                .extracting(MetricRow::slice)
                .contains("all", "receivable_type=utility", "segment=seg0", "segment=seg1")
                .anyMatch(slice -> slice.matches("month=2025-\\d\\d"));
        assertThat(aucs).allMatch(row -> row.low() < row.value() && row.value() < row.high());
        for (String metric : List.of("ks", "brier", "log_loss", "ece", "calibration_slope", "lift_5", "cash_10")) {
            MetricRow row = of(Contenders.TREES, "all", metric);
            assertThat(row.low()).as(metric).isLessThanOrEqualTo(row.value());
            assertThat(row.high()).as(metric).isGreaterThanOrEqualTo(row.value());
        }
        long all = of(Contenders.TREES, "all", "positives").n();
        for (String dimension : List.of("receivable_type=", "segment=", "month=")) {
            assertThat(of(Contenders.TREES, Assessment.POSITIVES).stream()
                            .filter(row -> row.slice().startsWith(dimension))
                            .mapToLong(MetricRow::n)
                            .sum())
                    .isEqualTo(all);
        }
    }

    @Test
    void baselinesAreJudgedOnTheSameRows() {
        long n = of(Contenders.TREES, "all", "auc").n();
        for (String baseline : List.of("base_rate", "mean_days_late", "days_past_due", "paid_last_month", "logistic")) {
            assertThat(of(baseline, "all", "auc").n()).as(baseline).isEqualTo(n);
            assertThat(of(baseline, "all", "auc").value())
                    .as(baseline)
                    .isLessThan(of(Contenders.TREES, "all", "auc").value() + 0.02);
        }
    }

    @Test
    void groupsOfAuditColumnsAreComparedAtAStatedCapacity() {
        MetricRow women = of(Contenders.TREES, "audit_sex=f", "selected_10");
        MetricRow men = of(Contenders.TREES, "audit_sex=m", "selected_10");
        double all = (women.value() * women.n() + men.value() * men.n()) / (women.n() + men.n());
        assertThat(all).isEqualTo(0.1, within(0.001));
        MetricRow ratio = of(Contenders.TREES, "audit_sex", "impact_ratio_10");
        assertThat(ratio.value())
                .isEqualTo(Math.min(women.value(), men.value()) / Math.max(women.value(), men.value()), within(1e-12));
        assertThat(ratio.low()).isLessThan(ratio.high());
    }

    /** The same rows with an audit column that gives the answer away: the same trees, bit for bit, and the same id. */
    @Test
    void auditColumnsAreNeverFeatures(@TempDir Path folder) {
        assertThat(book().manifest().features())
                .noneMatch(feature -> feature.name().startsWith("audit_"));
        TrainingTable other = TestBook.write(folder, 400, 16, "u < p", "CASE WHEN pay30 = 1 THEN 'x' ELSE 'y' END");
        TrainedBook again = BookTraining.train(TrainingRows.of(other), TestBook.request());
        assertThat(again.manifest().id()).isEqualTo(book().manifest().id());
        assertThat(again.files()).containsOnlyKeys(book().files().keySet());
        again.files()
                .forEach((name, bytes) ->
                        assertThat(bytes).isEqualTo(book().files().get(name)));
        assertThat(again.evaluation().metrics()).anyMatch(row -> row.slice().equals("audit_sex=x"));
    }

    @Test
    void aPartThatIsTooSmallIsCountedAndNotJudged() {
        MetricRows metrics = new MetricRows(Target.PAY30);
        double[] labels = IntStream.range(0, 60).mapToDouble(i -> i < 9 ? 1 : 0).toArray();
        assertThat(metrics.isEnough("trees", "segment=x", labels)).isFalse();
        assertThat(metrics.rows())
                .extracting(MetricRow::metric, MetricRow::value, MetricRow::n)
                .containsExactly(tuple("positives", 9.0, 60L), tuple("too_few", 1.0, 60L));
        Arrays.fill(labels, 0, 10, 1);
        assertThat(metrics.isEnough("trees", "segment=x", labels)).isTrue();
    }

    @Test
    void whatMovedSinceTrainingIsToldPerInputAndScore() {
        List<MetricRow> moved = of(Contenders.TREES, "psi");
        assertThat(moved)
                .extracting(MetricRow::slice)
                .containsExactlyInAnyOrder(
                        "score",
                        "input=mean_days_late",
                        "input=days_past_due",
                        "input=past_due_amount",
                        "input=due_next_30d_amount",
                        "input=days_since_last_payment",
                        "input=noise");
        assertThat(moved).allMatch(row -> row.value() >= 0 && row.value() < 0.1);
    }

    @Test
    void theCardTellsAllOfItAndWhatTheModelDoesNotKnow() {
        assertThat(book().card())
                .contains(
                        "| segment=seg0 |", "| audit_sex=f |", "| score |", "| 20 % |", "what this model does not know")
                .contains("| paid_last_month |");
        assertThat(book().evaluation().format()).isEqualTo(2);
    }
}
