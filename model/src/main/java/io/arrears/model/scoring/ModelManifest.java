package io.arrears.model.scoring;

import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.Feature;
import io.arrears.model.feature.FeatureSchema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Where a model comes from and what it needs.
 *
 * @param id sortable and derived from the trees, e.g. {@code 20170601-3fa2c1}
 * @param features the schema, in order, with its documentation
 * @param attributes the book's own attributes that are features
 * @param targets per trained target what came of it
 * @param skipped per target that was asked for and not trained, why
 */
public record ModelManifest(
        String id,
        Instant createdAt,
        Origin origin,
        String schemaFingerprint,
        List<Feature> features,
        AttributeCatalogue attributes,
        Map<String, TargetSummary> targets,
        Map<String, String> skipped) {
    /**
     * What it was trained from and with.
     *
     * @param dataHash SHA-256 of the training rows
     * @param from first as-of date of the rows
     * @param through last as-of date
     * @param libraries name to version
     */
    public record Origin(
            String dataHash,
            LocalDate from,
            LocalDate through,
            long rows,
            long seed,
            String codeRevision,
            Map<String, String> settings,
            Map<String, String> libraries) {
        public Origin {
            settings = Map.copyOf(settings);
            libraries = Map.copyOf(libraries);
        }
    }

    /**
     * @param horizonDays of the outcome; 0 in manifests of releases that had only the standard horizons
     * @param calibration the method of the book's, then those of types that have their own
     * @param metrics headline figures of the trees on the test slice
     * @param note what a reader must know, e.g. that the model is a constant; empty when nothing
     */
    public record TargetSummary(
            long trainRows,
            long tuneRows,
            long testRows,
            int rounds,
            String calibration,
            int horizonDays,
            Map<String, Double> metrics,
            String note) {
        public TargetSummary {
            metrics = Map.copyOf(metrics);
        }
    }

    public ModelManifest {
        features = List.copyOf(features);
        targets = Map.copyOf(targets);
        skipped = Map.copyOf(skipped);
    }

    /** How many days a target looks ahead in this model. */
    public int horizonDays(Target target) {
        TargetSummary summary = targets.get(target.code());
        return summary == null || summary.horizonDays() == 0 ? target.horizonDays() : summary.horizonDays();
    }

    public FeatureSchema schema() {
        return new FeatureSchema(features);
    }
}
