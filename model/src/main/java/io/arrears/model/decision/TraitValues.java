package io.arrears.model.decision;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Traits as a list, kept as plain numbers: training holds a million of them. A missing one is null, kept as NaN. */
final class TraitValues extends AbstractList<@Nullable Double> implements RandomAccess {
    private final double[] values;

    private TraitValues(double[] values) {
        this.values = values;
    }

    static TraitValues of(List<@Nullable Double> traits) {
        if (traits instanceof TraitValues same) {
            return same;
        }
        double[] values = new double[traits.size()];
        for (int i = 0; i < values.length; i++) {
            Double value = traits.get(i);
            values[i] = value == null ? Double.NaN : value;
        }
        return new TraitValues(values);
    }

    /** NaN where missing, and beyond the end. */
    double value(int index) {
        return index < values.length ? values[index] : Double.NaN;
    }

    @Override
    public @Nullable Double get(int index) {
        return Double.isNaN(values[index]) ? null : values[index];
    }

    @Override
    public int size() {
        return values.length;
    }
}
