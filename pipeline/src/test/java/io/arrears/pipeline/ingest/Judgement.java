package io.arrears.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.pipeline.history.TableCount;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds what an ingest did against what the contract says. */
final class Judgement {
    private static final int LISTED_CHARACTERS = 200;

    private Judgement() {}

    /** A row of the quarantine. */
    record Named(
            String table,
            String file,
            long line,
            @Nullable String column,
            @Nullable String value,
            String reason,
            String message) {
        String place() {
            return table + ":" + line;
        }
    }

    static Named row(Rejected row) {
        Origin origin = Origin.unpack(row.origin());
        return new Named(
                origin.table().code(), row.file(), origin.line(), row.column(), row.value(), row.reason(), row.message());
    }

    static void check(
            ContractBook.Outcome expected, List<Map<String, String>> facts, List<Named> named, List<TableCount> counts) {
        Set<String> places = new HashSet<>();
        for (Named row : named) {
            assertThat(places.add(row.place())).as("%s named once", row).isTrue();
            ContractBook.Rejection right = expected.rejected().get(row.place());
            assertThat(right).as("%s is a good row", row).isNotNull();
            check(row, right);
        }
        assertThat(places).as("rows in quarantine").isEqualTo(expected.rejected().keySet());
        checkFacts(expected.added(), facts);
        for (TableCount count : counts) {
            int[] right = expected.counts().getOrDefault(count.table(), new int[3]);
            assertThat(List.of(count.acceptedRows(), count.repeatedRows(), count.rejectedRows(), count.readRows()))
                    .as("counts of %s", count.table())
                    .containsExactly(
                            (long) right[0], (long) right[1], (long) right[2], (long) right[0] + right[1] + right[2]);
        }
        assertThat(counts).hasSize(expected.counts().size());
    }

    private static void check(Named row, ContractBook.Rejection right) {
        String column = row.column() == null ? "" : row.column();
        assertThat(right.faults()).as("%s", row).containsKey(column);
        assertThat(right.faults().get(column)).as("%s", row).contains(row.reason());
        assertThat(row.message()).isNotBlank();
        assertThat(row.file()).startsWith(row.table() + ".");
        String cell = right.values().get(column);
        if (cell != null) {
            String value = row.value() == null ? "" : row.value();
            assertThat(cell).as("value of %s", row).startsWith(value);
            assertThat(value.length()).as("value of %s", row).isBetween(
                    Math.min(cell.length(), LISTED_CHARACTERS - 1), LISTED_CHARACTERS);
        }
    }

    private static void checkFacts(List<Map<String, String>> right, List<Map<String, String>> facts) {
        List<Map<String, String>> missing = new ArrayList<>(right);
        missing.removeAll(facts);
        List<Map<String, String>> wrong = new ArrayList<>(facts);
        wrong.removeAll(right);
        assertThat(missing).as("facts missing; wrong ones: %s", wrong).isEmpty();
        assertThat(wrong).as("wrong facts").isEmpty();
        assertThat(facts).hasSameSizeAs(right);
    }
}
