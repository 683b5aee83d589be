package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arrears.model.account.Days;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.MessyFacts;
import io.arrears.pipeline.ingest.MessyDrop;
import io.arrears.pipeline.spark.SparkSessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Order and partition never matter: the same rows in another order, with columns in another order, as CSV, gzip or so
 * many Parquet files, on so many cores, at once or day by day, give the same bytes.
 */
class OrderIT {
    private static final String AS_OF = Days.date(MessyFacts.FIRST_DAY + 250).toString();
    private static final int ACCOUNTS = 50;
    private static final List<String> TABLES = List.of("features", "scores", "values", "plan", "prices");

    @TempDir
    private Path folder;

    @Test
    void rows_columns_files_partitions_and_cores_in_any_order_give_the_same_bytes() throws IOException {
        MessyDrop book = MessyDrop.of(7, ACCOUNTS);
        Map<String, String> expected = everything("plain", book.csv(folder.resolve("plain"), 0), "local[1]");
        assertThat(expected.get("features").lines()).hasSize(ACCOUNTS + 1);
        assertThat(expected.get("plan").lines().count()).isGreaterThan(10);
        assertThat(expected.get("ingest")).as("a messy book").contains("duplicate_key", "reversal_above_payment");

        assertThat(everything("rows", book.shuffled(1).csv(folder.resolve("rows"), 1), "local[2]"))
                .isEqualTo(expected);
        assertThat(everything("gzip", book.shuffled(2).gzip(folder.resolve("gzip"), 2), "local[8]"))
                .isEqualTo(expected);
        for (int files : List.of(1, 8)) {
            String name = "parquet" + files;
            Path drop = folder.resolve(name);
            try (SparkSession spark = SparkSessions.open("local[2]", name)) {
                book.shuffled(files).parquet(drop, files, spark, files);
            }
            assertThat(everything(name, drop, "local[%d]".formatted(files)))
                    .as("%d Parquet files per table on %d cores", files, files)
                    .isEqualTo(expected);
        }
    }

    @Test
    void a_book_delivered_day_by_day_is_the_book_delivered_at_once() throws IOException {
        MessyDrop book = MessyDrop.lawful(8, ACCOUNTS);
        String atOnce = features("at-once", List.of(book));

        assertThat(features("by-day", book.byKnownTime(5))).isEqualTo(atOnce);
    }

    /** What comes later may be older: facts that refer to nothing may come in any order, accounts ahead. */
    @Test
    void older_knowledge_may_come_later() throws IOException {
        List<MessyDrop> parts = MessyDrop.lawful(9, ACCOUNTS).split(Set.of(FactTable.ACCOUNTS));
        MessyDrop rest = parts.get(1);
        List<MessyDrop> drops = new ArrayList<>(rest.byKnownTime(4).stream()
                .flatMap(drop -> drop.split(Set.of(FactTable.PAYMENTS)).stream().skip(1))
                .toList());
        String inOrder = features("in-order", in(parts.get(0), drops));
        Collections.reverse(drops);

        assertThat(features("reversed", in(parts.get(0), drops))).isEqualTo(inOrder);
    }

    private static List<MessyDrop> in(MessyDrop first, List<MessyDrop> others) {
        List<MessyDrop> all = new ArrayList<>(List.of(first));
        all.addAll(others);
        return all;
    }

    private String features(String name, List<MessyDrop> drops) throws IOException {
        Path home = folder.resolve(name + "-home");
        for (int i = 0; i < drops.size(); i++) {
            Path drop = drops.get(i).shuffled(i).csv(folder.resolve(name + i), i);
            TrainedHome.run("ingest", "--home", home, "--source", drop, "--max-rejected", 0);
        }
        TrainedHome.run("features", "--home", home, "--as-of", AS_OF);
        return export("features", name, home);
    }

    /** Every exported table, and what ingest counted. */
    private Map<String, String> everything(String name, Path drop, String master) throws IOException {
        Path home = TrainedHome.modelsTo(folder.resolve(name + "-home"));
        String ingest = TrainedHome.run(
                        "ingest", "--json", "--home", home, "--source", drop, "--max-rejected", 1, "--master", master)
                .out();
        Map<String, String> all = new TreeMap<>(Map.of("ingest", counts(ingest)));
        for (String verb : List.of("features", "score", "plan")) {
            TrainedHome.run(verb, "--home", home, "--as-of", AS_OF, "--master", master);
        }
        for (String table : TABLES) {
            all.put(table, export(table, name, home));
        }
        return all;
    }

    private String export(String table, String name, Path home) throws IOException {
        Path out = folder.resolve("%s-%s.csv".formatted(name, table));
        TrainedHome.run("export", table, "--home", home, "--as-of", AS_OF, "--out", out);
        return Files.readString(out);
    }

    /** What ingest said, without what names files, lines and drops. */
    private static String counts(String json) throws IOException {
        ObjectNode said = (ObjectNode) new ObjectMapper().readTree(json);
        said.remove(List.of("drop_id", "quarantine"));
        for (JsonNode reason : said.get("rejected")) {
            ((ObjectNode) reason).remove("example");
        }
        return said.toString();
    }
}
