package io.arrears.model.training.learner;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** A matrix in Tribuo's form. A missing value is an absent feature; a row without any value is left out. */
final class TribuoRows {
    /** Nothing of a model may tell when it was trained. */
    static final OffsetDateTime UNDATED = OffsetDateTime.of(2000, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private TribuoRows() {}

    static <T extends Output<T>> MutableDataset<T> dataset(
            Examples rows, IntFunction<T> outputs, OutputFactory<T> factory) {
        Matrix matrix = rows.rows();
        MutableDataset<T> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("arrears rows", UNDATED, factory), factory);
        int[] order = sorted(matrix.names());
        for (int i = 0; i < matrix.rows(); i++) {
            Example<T> example = example(matrix.names(), order, matrix.row(i), outputs.apply(i));
            example.setWeight((float) rows.weights()[i]);
            if (example.size() > 0) {
                dataset.add(example);
            }
        }
        return dataset;
    }

    static <T extends Output<T>> Example<T> example(List<String> names, float[] row, T output) {
        return example(names, sorted(names), row, output);
    }

    /** Tribuo keeps features by name; handing them in that order saves it the sort. */
    private static int[] sorted(List<String> names) {
        return IntStream.range(0, names.size())
                .boxed()
                .sorted(Comparator.comparing(names::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static <T extends Output<T>> Example<T> example(List<String> names, int[] order, float[] row, T output) {
        int present = 0;
        for (float value : row) {
            present += Float.isNaN(value) ? 0 : 1;
        }
        String[] presentNames = new String[present];
        double[] values = new double[present];
        int at = 0;
        for (int column : order) {
            if (!Float.isNaN(row[column])) {
                presentNames[at] = names.get(column);
                values[at++] = row[column];
            }
        }
        return new ArrayExample<>(output, presentNames, values);
    }
}
