package io.arrears.model.training.table;

import io.arrears.model.training.evaluation.Accounts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Which fold judges each row: the CRC-32 of its id, as ASCII, modulo the number of folds. Rows of one id share a fold.
 *
 * @param keys the CRC-32 per row
 * @param ids whose each row is, as numbers from 0 on: rows of one id are one piece of evidence
 */
record Folds(int count, long[] keys, int[] ofRow, int[] ids) {
    /** Figures of fewer rows of an outcome are not worth telling. */
    private static final int LEAST_OF_EITHER = 10;

    static Folds of(String[] ids, int count) {
        long[] keys = Arrays.stream(ids).mapToLong(Folds::crc).toArray();
        int[] ofRow = Arrays.stream(keys).mapToInt(key -> (int) (key % count)).toArray();
        return new Folds(count, keys, ofRow, Accounts.of(Stream.of(ids)));
    }

    private static long crc(String id) {
        CRC32 crc = new CRC32();
        crc.update(id.getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    int[] in(int fold) {
        return IntStream.range(0, ofRow.length).filter(i -> ofRow[i] == fold).toArray();
    }

    int[] outside(int fold) {
        return IntStream.range(0, ofRow.length).filter(i -> ofRow[i] != fold).toArray();
    }

    int distinctIds() {
        return Arrays.stream(ids).max().orElse(-1) + 1;
    }

    /**
     * @throws WrongTable when outside some fold, or of what an inner fold leaves of that, too few rows of an outcome are
     *     left to learn from
     */
    void requireBothOutcomes(double[] labels) {
        for (int fold = 0; fold < count; fold++) {
            int[] learned = outside(fold);
            require(fold, "", learned, labels, LEAST_OF_EITHER);
            int[] inner = InnerFit.innerFolds(keys(learned));
            for (int held = 0; held < InnerFit.INNER_FOLDS; held++) {
                int out = held;
                int[] left = IntStream.range(0, learned.length)
                        .filter(i -> inner[i] != out)
                        .map(i -> learned[i])
                        .toArray();
                require(fold, ", less those that choose the settings", left, labels, 1);
            }
        }
    }

    long[] keys(int[] rows) {
        return Arrays.stream(rows).mapToLong(i -> keys[i]).toArray();
    }

    private void require(int fold, String which, int[] learned, double[] labels, int least) {
        for (int outcome = 0; outcome <= 1; outcome++) {
            int wanted = outcome;
            long found = Arrays.stream(learned).filter(i -> labels[i] == wanted).count();
            if (found < least) {
                throw new WrongTable(
                        ("fold %d of %d: the rows outside it%s hold %d with outcome %d, and %d ids in all: at least %d are needed,"
                                        + " use a larger table, other folds, or an id that tells rows apart")
                                .formatted(fold, count, which, found, outcome, distinctIds(), least));
            }
        }
    }
}
