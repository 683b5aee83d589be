package io.arrears.pipeline.sample;

import java.util.List;
import java.util.Locale;

/** Part of the debtor's local day; {@code ANY} leaves it to chance, each part alike. All lie well inside 08-21. */
enum Window {
    ANY(9, 20),
    MORNING(9, 12),
    AFTERNOON(12, 17),
    EVENING(17, 20);

    static final List<Window> PARTS = List.of(MORNING, AFTERNOON, EVENING);

    private final int fromHour;
    private final int untilHour;

    Window(int fromHour, int untilHour) {
        this.fromHour = fromHour;
        this.untilHour = untilHour;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part of the day a contact of this window falls into. */
    Window part(Draws draws) {
        return this == ANY ? draws.pick(PARTS) : this;
    }

    /** Second of the local day. */
    int second(Draws draws) {
        return draws.between(fromHour * 3600, untilHour * 3600 - 1);
    }
}
