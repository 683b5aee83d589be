package io.arrears.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.FactTable;
import io.arrears.pipeline.history.TableCount;
import io.arrears.pipeline.spark.SharedSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 10,000 inputs: an input is a drop of eight CSV files, some of them gzipped, with one to five mutations. Each is held
 * against {@link ContractBook}: refused as a whole, or every row accepted with the very value its text says or named in
 * quarantine with line, column, value and a right reason.
 */
class FuzzedCsvIT {
    private static final long SEED = Long.getLong("fuzz.seed", 20_240_601);
    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 10_000);

    @TempDir
    private Path temp;

    private int refused;
    private long accepted;
    private final Map<String, Integer> rejected = new TreeMap<>();

    @Test
    void nothing_crashes_and_every_row_is_accepted_as_written_or_named() throws IOException {
        DryIntake intake = new DryIntake(SharedSpark.get(), temp);
        Path source = Files.createDirectory(temp.resolve("drop"));
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < INPUTS; i++) {
            long seed = SEED + i;
            Map<String, byte[]> files = files(new SplittableRandom(seed));
            write(source, files);
            try {
                check(files, intake.take(source));
            } catch (Exception | AssertionError e) {
                failures.add("seed %d: %s".formatted(seed, e.toString().strip()));
            }
        }
        assertThat(failures)
                .as("%d of %d inputs; run one with -Dfuzz.seed=… -Dfuzz.inputs=1", failures.size(), INPUTS)
                .isEmpty();
        System.out.printf(
                "%d inputs: %d refused whole, %d rows accepted, rejected %s%n", INPUTS, refused, accepted, rejected);
        assertThat(INPUTS < 10_000 || refused > INPUTS / 50).isTrue();
        assertThat(INPUTS < 10_000 || rejected.size() >= RejectReason.values().length - 1)
                .as("reasons met: %s", rejected.keySet())
                .isTrue();
    }

    private static Map<String, byte[]> files(SplittableRandom random) {
        SeedDrop drop = SeedDrop.of("", random);
        Mutation mutation = new Mutation(random);
        FactTable[] tables = FactTable.values();
        for (int left = random.nextInt(5); left > 0; left--) {
            mutation.rows(drop, tables[random.nextInt(tables.length)]);
        }
        if (random.nextInt(24) == 0) {
            mutation.header(drop, tables[random.nextInt(tables.length)]);
        }
        FactTable damaged = tables[random.nextInt(tables.length)];
        Map<String, byte[]> files = new HashMap<>();
        for (FactTable table : tables) {
            byte[] content = drop.csv(table);
            boolean hit = table == damaged && random.nextInt(3) > 0;
            content = hit ? mutation.bytes(content) : content;
            if (random.nextInt(10) == 0) {
                byte[] gzip = gzip(content);
                files.put(table.code() + ".csv.gz", random.nextInt(8) == 0 ? mutation.bytes(gzip) : gzip);
            } else {
                files.put(table.code() + ".csv", content);
            }
        }
        return files;
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Path folder, Map<String, byte[]> files) throws IOException {
        for (FactTable table : FactTable.values()) {
            for (String name : List.of(table.code() + ".csv", table.code() + ".csv.gz")) {
                byte[] content = files.get(name);
                if (content == null) {
                    Files.deleteIfExists(folder.resolve(name));
                } else {
                    Files.write(folder.resolve(name), content);
                }
            }
        }
    }

    private static List<String> firstLines(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .map(file -> file.getKey() + ": "
                        + new String(file.getValue(), 0, Math.min(120, file.getValue().length), StandardCharsets.UTF_8))
                .toList();
    }

    private void check(Map<String, byte[]> files, DryIntake.Result result) {
        Map<FactTable, List<ContractCsv.Record>> tables = ContractDrop.read(files);
        if (tables == null || result.refused() != null) {
            assertThat(result.refused())
                    .as("refused; first lines %s", firstLines(files))
                    .isNotBlank();
            assertThat(tables).as("refused with: %s", result.refused()).isNull();
            refused++;
            return;
        }
        ContractBook.Outcome expected = new ContractBook().take(new EnumMap<>(tables));
        Judgement.check(
                expected,
                result.facts(),
                result.rejected().stream().map(Judgement::row).toList(),
                result.counts());
        accepted += result.counts().stream().mapToLong(TableCount::acceptedRows).sum();
        result.rejected().forEach(row -> rejected.merge(row.reason(), 1, Integer::sum));
        assertThat(Set.copyOf(result.counts())).hasSameSizeAs(result.counts());
    }
}
