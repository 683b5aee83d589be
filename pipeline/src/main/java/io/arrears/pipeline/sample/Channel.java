package io.arrears.pipeline.sample;

import java.util.Locale;

/** The way a contact takes, with its price, its force and the days until it can be felt. */
enum Channel {
    NONE(0, 0, 0),
    EMAIL(0.02, 0.8, 0),
    SMS(0.08, 1.0, 0),
    LETTER(1.10, 0.9, 2),
    CALL(0.90, 1.2, 0);

    private final double costEuros;
    private final double force;
    private final int lagDays;

    Channel(double costEuros, double force, int lagDays) {
        this.costEuros = costEuros;
        this.force = force;
        this.lagDays = lagDays;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    double costEuros() {
        return costEuros;
    }

    /** Weight on the lift of the action's odds. */
    double force() {
        return force;
    }

    int lagDays() {
        return lagDays;
    }
}
