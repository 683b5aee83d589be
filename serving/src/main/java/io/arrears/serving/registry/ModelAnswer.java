package io.arrears.serving.registry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.arrears.model.scoring.CurvePoint;
import io.arrears.model.scoring.GateCheck;
import io.arrears.model.scoring.GateVerdict;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.serving.scores.Agreement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model as answered. */
final class ModelAnswer {
    private ModelAnswer() {}

    /**
     * The registry.
     *
     * @param log every promotion and rollback, the oldest first
     * @param shadow absent while no model is in the shadow, or nothing was asked since
     */
    record Listing(
            List<Summary> models,
            List<String> log,
            @Nullable Agreement shadow) {}

    /**
     * What the gate last said.
     *
     * @param champion the model in force then; empty when none was
     */
    record Gate(boolean passed, String champion, Instant judgedAt, List<GateCheck> checks) {
        static Gate of(GateVerdict verdict) {
            return new Gate(verdict.passed(), verdict.champion(), verdict.judgedAt(), verdict.checks());
        }
    }

    /** One line of the list. */
    record Summary(
            String modelId,
            String role,
            Instant createdAt,
            LocalDate dataFrom,
            LocalDate dataThrough,
            long rows,
            String schemaFingerprint,
            Map<String, ModelManifest.TargetSummary> targets,
            @Nullable Gate gate) {
        static Summary of(ModelManifest manifest, String role, @Nullable GateVerdict verdict) {
            return new Summary(
                    manifest.id(),
                    role,
                    manifest.createdAt(),
                    manifest.origin().from(),
                    manifest.origin().through(),
                    manifest.origin().rows(),
                    manifest.schemaFingerprint(),
                    manifest.targets(),
                    verdict == null ? null : Gate.of(verdict));
        }
    }

    /** A figure; absent where it is not defined. */
    record Metric(
            String target,
            String contender,
            String slice,
            String metric,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            long n) {}

    /** A point of a curve. */
    record Point(
            String target,
            String contender,
            String curve,
            double x,
            double y,
            @Nullable Double low,
            @Nullable Double high,
            long n) {
        static Point of(CurvePoint point) {
            return new Point(
                    point.target(),
                    point.contender(),
                    point.curve(),
                    point.x(),
                    point.y(),
                    defined(point.low()),
                    defined(point.high()),
                    point.n());
        }
    }

    /** Everything about one model; the card is Markdown. */
    record Detail(
            @JsonUnwrapped Summary summary,
            ModelManifest.Origin origin,
            Map<String, String> skipped,
            List<Metric> metrics,
            List<Point> curves,
            String card) {}

    static @Nullable Double defined(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
