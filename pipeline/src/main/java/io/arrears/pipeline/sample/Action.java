package io.arrears.pipeline.sample;

import java.util.Locale;

/** What a contact says. */
enum Action {
    NONE,
    REMINDER,
    PLAN_OFFER,
    SETTLEMENT_OFFER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
