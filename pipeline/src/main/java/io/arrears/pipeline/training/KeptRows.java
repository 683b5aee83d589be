package io.arrears.pipeline.training;

import io.arrears.model.account.Days;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.Target;
import io.arrears.model.training.TrainingRows;
import io.arrears.model.training.TrainingTable;
import java.nio.file.Path;
import java.util.Optional;

/** The rows a model was trained on, as kept under {@code training/}. */
final class KeptRows {
    private final Home home;
    private final ModelManifest model;

    KeptRows(Home home, ModelManifest model) {
        this.home = home;
        this.model = model;
    }

    /**
     * @throws IllegalStateException when they are not kept any more, or are not those of the model
     */
    TrainingRows get() {
        Path book = TrainingRowsJob.folder(home, asOfDay())
                .get("run ./arrears train --as-of %s to write them anew".formatted(Days.date(asOfDay())));
        TrainingRows rows = ModelTraining.read(
                new ModelTraining.Written(
                        book, EventRowsJob.folder(home, asOfDay()).find()),
                model.schema());
        if (!rows.hash().equals(model.origin().dataHash())) {
            throw new IllegalStateException(
                    "the rows kept as of %s are not those of model %s: restore the history as it was, then train again"
                            .formatted(Days.date(asOfDay()), model.id()));
        }
        return rows;
    }

    /** The account-days; empty when they are not kept, or are not those of the model. */
    Optional<TrainingTable> find() {
        try {
            return Optional.of(get().book());
        } catch (IllegalStateException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The account-days as rows of another schema; empty when they lack its columns. */
    Optional<TrainingTable> find(FeatureSchema schema) {
        try {
            return TrainingRowsJob.folder(home, asOfDay()).find().map(place -> TrainingTable.read(place, schema));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The newest row's payments are known on the day before it. */
    private int asOfDay() {
        return Days.of(model.origin().through()) + model.horizonDays(Target.PAY30);
    }
}
