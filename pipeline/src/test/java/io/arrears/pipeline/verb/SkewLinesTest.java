package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.pipeline.replay.SkewReport;
import io.arrears.pipeline.replay.SkewReport.Example;
import io.arrears.pipeline.replay.SkewReport.FeatureSkew;
import io.arrears.pipeline.replay.SkewReport.Late;
import io.arrears.pipeline.replay.SkewReport.NotCompared;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader and a program are told of a skew report. */
final class SkewLinesTest {
    @Test
    void differences_are_told_with_both_values_and_refused() {
        Result told = SkewLines.of(new SkewReport(
                1200,
                1199,
                2,
                1,
                List.of(new NotCompared("no model 'm'", 1, "d-0")),
                List.of(new FeatureSkew("days_past_due", 2, List.of(new Example("d-1", 31f, Float.NaN)))),
                List.of(new Late("d-1", 3, "payments p-1"))));

        assertThat(told.exitCode()).isOne();
        assertThat(String.join("\n", told.lines()))
                .contains("1,200 decisions", "1,199 vectors", "2 differ", "no model 'm'")
                .contains("days_past_due differs in 2", "decision d-1: answered 31.0, computed missing")
                .contains("arrived later: 1 of the 2", "3 facts, the earliest payments p-1");
        assertThat(String.valueOf(told.fields().get("features"))).contains("computed=null");
    }

    @Test
    void no_difference_is_done() {
        assertThat(SkewLines.of(new SkewReport(5, 5, 0, 0, List.of(), List.of(), List.of()))
                        .exitCode())
                .isZero();
    }

    @Test
    void a_report_that_compared_nothing_shows_nothing() {
        Result told = SkewLines.of(
                new SkewReport(5, 0, 0, 0, List.of(new NotCompared("gone", 5, "d-0")), List.of(), List.of()));

        assertThat(told.exitCode()).isOne();
        assertThat(String.join("\n", told.lines())).contains("nothing is shown");
    }
}
