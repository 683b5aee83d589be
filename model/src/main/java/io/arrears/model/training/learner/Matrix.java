package io.arrears.model.training.learner;

import java.util.List;

/** Features by column, NaN where missing. Shares its arrays; nobody writes to them. */
public final class Matrix {
    private final List<String> names;
    private final float[][] columns;
    private final int rows;

    /** @param columns one array of {@code rows} values per name */
    public Matrix(List<String> names, float[][] columns, int rows) {
        this.names = List.copyOf(names);
        this.columns = columns;
        this.rows = rows;
        if (columns.length != names.size()) {
            throw new IllegalArgumentException("%d columns for %d names".formatted(columns.length, names.size()));
        }
    }

    public List<String> names() {
        return names;
    }

    public int rows() {
        return rows;
    }

    public int width() {
        return columns.length;
    }

    public float get(int row, int column) {
        return columns[column][row];
    }

    /** The values of one row, in the order of the names. */
    public float[] row(int row) {
        float[] values = new float[columns.length];
        for (int c = 0; c < values.length; c++) {
            values[c] = columns[c][row];
        }
        return values;
    }

    /** The values of the rows from one up to, without, another, row after row. */
    public float[] rows(int from, int to) {
        float[] values = new float[(to - from) * columns.length];
        for (int c = 0; c < columns.length; c++) {
            for (int row = from; row < to; row++) {
                values[(row - from) * columns.length + c] = columns[c][row];
            }
        }
        return values;
    }

    /** The rows at the given indexes. */
    public Matrix take(int[] indexes) {
        float[][] taken = new float[columns.length][indexes.length];
        for (int c = 0; c < columns.length; c++) {
            for (int i = 0; i < indexes.length; i++) {
                taken[c][i] = columns[c][indexes[i]];
            }
        }
        return new Matrix(names, taken, indexes.length);
    }

    /** Values at the given indexes. */
    public static double[] take(double[] values, int[] indexes) {
        double[] taken = new double[indexes.length];
        for (int i = 0; i < indexes.length; i++) {
            taken[i] = values[indexes[i]];
        }
        return taken;
    }
}
