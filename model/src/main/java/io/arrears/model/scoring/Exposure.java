package io.arrears.model.scoring;

import io.arrears.model.feature.FeatureSchema;
import java.util.OptionalInt;

/** What an account could pay within 30 days, in currency units: what is past due plus what falls due. */
public final class Exposure {
    /** Payers sometimes settle more than is due; more than this multiple is treated as this. */
    public static final double MAX_RATIO = 3;

    private static final String PAST_DUE = "past_due_amount";
    private static final String DUE_SOON = "due_next_30d_amount";

    private final OptionalInt pastDueAt;
    private final OptionalInt dueSoonAt;

    private Exposure(OptionalInt pastDueAt, OptionalInt dueSoonAt) {
        this.pastDueAt = pastDueAt;
        this.dueSoonAt = dueSoonAt;
    }

    public static Exposure of(FeatureSchema schema) {
        return new Exposure(schema.findIndex(PAST_DUE), schema.findIndex(DUE_SOON));
    }

    /** Whether the schema has the features it reads. */
    public boolean isKnown() {
        return pastDueAt.isPresent() || dueSoonAt.isPresent();
    }

    public double amount(float[] row) {
        return value(row, pastDueAt) + value(row, dueSoonAt);
    }

    public static double clipRatio(double ratio) {
        return Math.min(MAX_RATIO, Math.max(0, ratio));
    }

    private static double value(float[] row, OptionalInt at) {
        float value = at.isPresent() ? row[at.getAsInt()] : 0;
        return Float.isNaN(value) ? 0 : value;
    }
}
