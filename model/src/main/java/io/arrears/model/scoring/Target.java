package io.arrears.model.scoring;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a model predicts, with the standard number of days until its outcome is known. */
public enum Target {
    /** At least one payment within 30 days, as-of day included. */
    PAY30(30),
    /** Payments within 30 days as a share of what is due in them, given that there is one. */
    CASH30(30),
    /** 90 or more days past due on some day within 180 days, for accounts that are not yet. */
    ROLL90(180),
    /** The right party is met, given an outbound attempt; the horizon is the time until its result is on record. */
    REACH(7),
    /** A promise is kept: its amount is paid by its due day and the horizon's days of grace after it. */
    KEPT(3),
    /** Nothing is past due any more on some day within 30 days, through payments and without an outbound attempt. */
    SELFCURE(30);

    private final int horizonDays;

    Target(int horizonDays) {
        this.horizonDays = horizonDays;
    }

    /**
     * The standard horizon; a training may choose another, which its manifest records. The outcome window of as-of day D
     * is D to D + horizonDays - 1; that of a promise ends horizonDays after its due day.
     */
    public int horizonDays() {
        return horizonDays;
    }

    /** The name in files and on the command line, e.g. {@code pay30}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when there is no such target
     */
    public static Target of(String code) {
        return Arrays.stream(values())
                .filter(target -> target.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("target '%s' is unknown: choose from %s"
                        .formatted(
                                code, Arrays.stream(values()).map(Target::code).collect(Collectors.joining(", ")))));
    }
}
