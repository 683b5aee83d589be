package io.arrears.pipeline.benchmark.oracle;

import io.arrears.model.mart.Home;
import io.arrears.model.training.response.LearnerKind;
import java.nio.file.Path;

/** Where the parts of one portfolio are. */
record PortfolioFolder(Path root) {
    Path drop() {
        return root.resolve("drop");
    }

    Home home() {
        return new Home(root.resolve("home").toAbsolutePath());
    }

    /** The accounts of the last day with what the product says of each arm. */
    Path decisions() {
        return root.resolve("decisions");
    }

    /** The logged decisions with the features known before each, for the learners it is compared with. */
    Path log() {
        return root.resolve("log");
    }

    /** What the accounts of the last day respond by. */
    Path contexts() {
        return root.resolve("contexts");
    }

    /** The response as one kind of learner has it. */
    Path response(LearnerKind kind) {
        return root.resolve("responses").resolve(kind + ".json");
    }

    Path truth() {
        return drop().resolve("truth").resolve("arms.csv");
    }
}
