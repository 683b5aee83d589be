package io.arrears.model.feature;

import java.util.Arrays;

/** The features of one account as of an instant: one float per feature of the schema, NaN where missing. */
public final class FeatureVector {
    private final float[] values;

    /** Takes the array over; every value is finite or NaN. */
    FeatureVector(float[] values) {
        this.values = values;
    }

    /**
     * A vector from outside, e.g. a request.
     *
     * @throws IllegalArgumentException when its size is not the schema's or a value is infinite
     */
    public static FeatureVector of(FeatureSchema schema, float[] values) {
        if (values.length != schema.size()) {
            throw new IllegalArgumentException("vector has %d values; schema %s has %d"
                    .formatted(values.length, schema.fingerprint(), schema.size()));
        }
        for (int i = 0; i < values.length; i++) {
            if (Float.isInfinite(values[i])) {
                throw new IllegalArgumentException("feature %s is infinite: send a finite number, or leave it out"
                        .formatted(schema.features().get(i).name()));
            }
        }
        return new FeatureVector(values.clone());
    }

    public int size() {
        return values.length;
    }

    public float get(int index) {
        return values[index];
    }

    public boolean isMissing(int index) {
        return Float.isNaN(values[index]);
    }

    /** A copy of the values. */
    public float[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
