package io.arrears.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.pipeline.history.TableCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                origin.table().code(),
                row.file(),
                origin.line(),
                row.column(),
                row.value(),
                row.reason(),
                row.message());
    }

    /** The rows of a quarantine file, which is read as every CSV file here. */
    static List<Named> quarantine(Path file) throws IOException {
        List<ContractCsv.Record> records = ContractCsv.read(Files.readAllBytes(file));
        return records.subList(1, records.size()).stream()
                .map(ContractCsv.Record::fields)
                .map(cells -> new Named(
                        cells.get(0),
                        cells.get(1),
                        Long.parseLong(cells.get(2)),
                        cells.get(3).isEmpty() ? null : cells.get(3),
                        cells.get(4).isEmpty() ? null : cells.get(4),
                        cells.get(5),
                        cells.get(6)))
                .toList();
    }

    static void check(
            ContractBook.Outcome expected,
            List<Map<String, String>> facts,
            List<Named> named,
            List<TableCount> counts) {
        Set<String> places = new HashSet<>();
        for (Named row : named) {
            assertThat(places.add(row.place())).as("%s named once", row).isTrue();
            ContractBook.Rejection right = expected.rejected().get(row.place());
            assertThat(right).as("%s is a good row", row).isNotNull();
            check(row, right);
        }
        assertThat(places)
                .as("rows in quarantine")
                .isEqualTo(expected.rejected().keySet());
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
            assertThat(asListed(cell)).as("value of %s", row).startsWith(asListed(value));
            assertThat(value.length())
                    .as("value of %s", row)
                    .isBetween(Math.min(asListed(cell).length(), LISTED_CHARACTERS - 1), LISTED_CHARACTERS);
        }
    }

    /** A value as the quarantine file holds it: a NUL by its symbol, line ends read back as LF. */
    private static String asListed(String value) {
        return value.replace('\0', '\u2400').replace("\r\n", "\n");
    }

    private static void checkFacts(List<Map<String, String>> right, List<Map<String, String>> facts) {
        List<Map<String, String>> missing = new ArrayList<>(right);
        missing.removeIf(new HashSet<>(facts)::contains);
        List<Map<String, String>> wrong = new ArrayList<>(facts);
        wrong.removeIf(new HashSet<>(right)::contains);
        assertThat(missing).as("facts missing; wrong ones: %s", wrong).isEmpty();
        assertThat(wrong).as("wrong facts").isEmpty();
        assertThat(facts).hasSameSizeAs(right);
    }
}
