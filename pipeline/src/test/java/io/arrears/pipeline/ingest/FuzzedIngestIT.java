package io.arrears.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.FactTable;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.FactRow;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.spark.SharedSpark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole ingest, drop after drop into one lake, by turns CSV, gzip and Parquet: an input is one of some 12,000 rows, of
 * which one in three was changed. Accounts come back in later drops, and so do their keys, also under other accounts.
 */
class FuzzedIngestIT {
    private static final long SEED = Long.getLong("fuzz.seed", 7_531);
    private static final int DROPS = 6;
    private static final int GROUPS = 40;

    private final SparkSession spark = SharedSpark.get();

    @TempDir
    private Path temp;

    @Test
    void every_row_of_every_drop_is_accepted_as_written_or_named() throws IOException {
        Home home = new Home(temp.resolve("home"));
        ContractBook book = new ContractBook();
        List<Map<String, String>> lake = new ArrayList<>();
        long inputs = 0;
        for (int i = 0; i < DROPS; i++) {
            SeedDrop seed = drop(new SplittableRandom(SEED + i), i);
            Path folder = temp.resolve("drop-" + i);
            Map<FactTable, List<ContractCsv.Record>> records = write(seed, DropFolder.create(folder), i % 3);
            ContractBook.Outcome expected = book.takeOwnKeysOnly(records);
            IngestSummary summary = Ingest.run(
                    spark, new IngestRequest(folder.toString(), null, home, 1, Instant.parse("2026-01-01T00:00:00Z")));
            Judgement.check(expected, added(home, lake), Judgement.quarantine(BadRows.path(summary)), summary.tables());
            inputs += summary.readRows();
        }
        System.out.printf("%d rows in %d drops, seed %d%n", inputs, DROPS, SEED);
        assertThat(inputs).isGreaterThan(10_000);
    }

    /** Groups of accounts, from the third drop on those of earlier drops among them. */
    private static SeedDrop drop(SplittableRandom random, int number) {
        SeedDrop all = SeedDrop.of("x" + number, random);
        Mutation mutation = new Mutation(random);
        for (int group = 0; group < GROUPS; group++) {
            SeedDrop one = SeedDrop.of("g" + (number / 2 * GROUPS / 2 + group) + "-", random);
            for (int hits = random.nextInt(24); hits > 0; hits--) {
                mutation.rows(one, FactTable.values()[random.nextInt(FactTable.values().length)]);
            }
            all.addAll(one);
        }
        return all;
    }

    private Map<FactTable, List<ContractCsv.Record>> write(SeedDrop drop, DropFolder folder, int format) {
        Map<FactTable, List<ContractCsv.Record>> records = new EnumMap<>(FactTable.class);
        for (FactTable table : FactTable.values()) {
            if (format == 2) {
                records.put(
                        table, parquet(drop.tables().get(table), folder.path().resolve(table.code() + ".parquet")));
                continue;
            }
            byte[] csv = drop.csv(table);
            records.put(table, ContractCsv.read(csv));
            folder.bytes(table.code() + (format == 0 ? ".csv" : ".csv.gz"), format == 0 ? csv : FuzzedCsvIT.gzip(csv));
        }
        return records;
    }

    /** Writes the rows that fit as text columns; their line is their number. FuzzedParquetIT has those that do not. */
    private List<ContractCsv.Record> parquet(List<List<String>> rows, Path folder) {
        List<String> header = rows.get(0);
        StructType schema = new StructType();
        for (String column : header) {
            schema = schema.add(column, DataTypes.StringType);
        }
        List<Row> kept = new ArrayList<>();
        List<ContractCsv.Record> records = new ArrayList<>(List.of(new ContractCsv.Record(0, header, null)));
        for (List<String> row : rows.subList(1, rows.size())) {
            if (fits(row, header.size())) {
                kept.add(RowFactory.create(
                        row.stream().map(cell -> cell.isEmpty() ? null : cell).toArray()));
                records.add(new ContractCsv.Record(kept.size(), row, null));
            }
        }
        spark.createDataFrame(kept, schema).coalesce(1).write().parquet(folder.toString());
        return records;
    }

    private static boolean fits(List<String> row, int width) {
        return row.size() == width && row.stream().noneMatch(cell -> cell.length() > 1 << 16 || cell.contains("\0"));
    }

    private static FactRow fact(Row row) {
        FactRow fact = new FactRow();
        for (FactColumn column : FactColumn.values()) {
            fact.set(column, row.get(row.fieldIndex(column.code())));
        }
        return fact;
    }

    private List<Map<String, String>> added(Home home, List<Map<String, String>> lake) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Row row : HistoryLake.open(home).facts(spark).collectAsList()) {
            all.add(DryIntake.columns(fact(row)));
        }
        List<Map<String, String>> added = new ArrayList<>(all);
        Set<Map<String, String>> before = new HashSet<>(lake);
        added.removeIf(before::contains);
        assertThat(all).hasSize(lake.size() + added.size());
        lake.clear();
        lake.addAll(all);
        return added;
    }
}
