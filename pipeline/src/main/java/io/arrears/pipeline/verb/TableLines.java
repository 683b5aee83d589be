package io.arrears.pipeline.verb;

import io.arrears.model.training.evaluation.GroupFigures;
import io.arrears.model.training.evaluation.GroupGaps;
import io.arrears.model.training.evaluation.Interval;
import io.arrears.model.training.table.Contender;
import io.arrears.model.training.table.TableReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code train --table} says. */
final class TableLines {
    /** Figures by which the contenders are compared on the terminal; the report has all. */
    private static final List<String> COMPARED = List.of("auc", "ks", "brier", "log_loss", "ece");

    private TableLines() {}

    static Result of(TableReport report, Path reports) {
        TableReport.Setup setup = report.setup();
        Result result = new Result()
                .line(
                        "%,d rows of %,d ids, %d features, %d folds: pooled out-of-fold figures of the model,"
                                + " trees and scorecard blended (share of the trees by fold: %s)",
                        setup.rows(), setup.ids(), setup.features().size(), setup.folds(), report.treeShares())
                .field("report_id", report.id())
                .field("rows", setup.rows())
                .field("folds", setup.folds())
                .field("seed", setup.seed());
        setup.unused().forEach(column -> result.line("  not used, nothing to learn from: %s", column));
        report.figures().forEach((name, value) -> {
            result.field(name, Double.isNaN(value) ? null : value);
            result.line("  %-22s %s", name, ranged(value, report.intervals().get(name)));
        });
        report.contenders().forEach(contender -> contender(contender, result));
        audit(report, result);
        return result.field("intervals", report.intervals())
                .field("logistic", report.logistic())
                .field("contenders", fields(report.contenders()))
                .field("tree_shares", report.treeShares())
                .field("ids", setup.ids())
                .field("unused", setup.unused())
                .field("fairness", report.fairness())
                .field("gaps", report.gaps())
                .line("  report: %s", reports.resolve(report.id()));
    }

    private static void contender(Contender contender, Result result) {
        result.line("  against %s (%s)", contender.name(), contender.meaning());
        for (String name : COMPARED) {
            double value = contender.figures().getOrDefault(name, Double.NaN);
            result.line(
                    "    %-20s %s", name, ranged(value, contender.intervals().get(name)));
        }
        Interval saved = contender.lossSaved();
        result.line("    %-20s %s", "log loss saved", ranged(saved.value(), new double[] {saved.low(), saved.high()}));
    }

    private static Map<String, Object> fields(List<Contender> contenders) {
        Map<String, Object> fields = new LinkedHashMap<>();
        contenders.forEach(contender -> fields.put(contender.name(), contender));
        return fields;
    }

    private static String ranged(double value, double @Nullable [] ends) {
        return "%8.4f%s".formatted(value, ends == null ? "" : " [%.4f, %.4f]".formatted(ends[0], ends[1]));
    }

    private static void audit(TableReport report, Result result) {
        for (GroupFigures group : report.fairness()) {
            result.line(
                    "  audit %-12s %-10s %,7d rows  observed %.3f  predicted %.3f  selected %.3f  impact ratio %.2f",
                    group.column(),
                    group.group(),
                    group.rows(),
                    group.rates().observed(),
                    group.rates().predicted(),
                    group.rates().selected(),
                    group.impactRatio());
        }
        for (GroupGaps gaps : report.gaps()) {
            result.line(
                    "  audit %-12s gaps: selected %.3f  true positives %.3f  false positives %.3f  calibration %.3f"
                            + "  adverse-impact ratio %.2f [%.2f, %.2f]",
                    gaps.column(),
                    gaps.selection().value(),
                    gaps.truePositive().value(),
                    gaps.falsePositive().value(),
                    gaps.calibration().value(),
                    gaps.impactRatio().value(),
                    gaps.impactRatio().low(),
                    gaps.impactRatio().high());
        }
    }
}
