package io.arrears.model.training;

import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.scoring.Target;

/** The directions a target's margin is held to: features' tendencies, turned where the outcome is the bad one. */
final class Directions {
    private Directions() {}

    static int[] of(FeatureSchema schema, Target target) {
        int turn = switch (target) {
            case PAY30, KEPT, SELFCURE -> 1;
            case ROLL90 -> -1;
            case CASH30, REACH -> 0;
        };
        return schema.features().stream()
                .mapToInt(feature -> turn * feature.tendency().sign())
                .toArray();
    }
}
