package io.arrears.pipeline.benchmark;

import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.pipeline.book.FeatureFold;
import io.arrears.pipeline.history.AccountFold;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.spark.SparkSessions;
import io.arrears.pipeline.sql.DuckDb;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Who computes what; each writes Parquet to {@code out}. */
enum Contender {
    OURS("ours, the same features, 1 date") {
        @Override
        void run(HistoryLake lake, Path out) throws Exception {
            fold(lake, out, SqlText.FEATURES, BenchmarkBook.AS_OF_DAY);
        }
    },
    OURS_12("ours, the same features, 12 dates in one pass") {
        @Override
        void run(HistoryLake lake, Path out) throws Exception {
            fold(lake, out, SqlText.FEATURES, BenchmarkBook.months());
        }
    },
    OURS_ALL("ours, all features, 1 date") {
        @Override
        void run(HistoryLake lake, Path out) throws Exception {
            fold(lake, out, all(), BenchmarkBook.AS_OF_DAY);
        }
    },
    OURS_ALL_12("ours, all features, 12 dates in one pass") {
        @Override
        void run(HistoryLake lake, Path out) throws Exception {
            fold(lake, out, all(), BenchmarkBook.months());
        }
    },
    OURS_READ("ours, histories read and nothing computed") {
        @Override
        void run(HistoryLake lake, Path out) throws Exception {
            AccountFold nothing = history -> Collections.emptyIterator();
            write(lake, out, new StructType().add("account_id", "string"), nothing);
        }
    },
    SPARK_SQL("Spark SQL, cold") {
        @Override
        void run(HistoryLake lake, Path out) throws Exception {
            try (SparkSession spark = SparkSessions.open(SparkSessions.LOCAL, "benchmark")) {
                lake.facts(spark).createOrReplaceTempView("facts");
                spark.sql(SqlText.forSpark(BenchmarkBook.AS_OF_DAY))
                        .write()
                        .parquet(out.toUri().toString());
            }
        }
    },
    DUCKDB_SQL("DuckDB SQL in process") {
        @Override
        void run(HistoryLake lake, Path out) throws Exception {
            duckDb(lake, out, copy(SqlText.forDuckDb(BenchmarkBook.AS_OF_DAY), out));
        }
    },
    DUCKDB_ALL_VERSIONS("DuckDB SQL in process, blind to corrections") {
        @Override
        void run(HistoryLake lake, Path out) throws Exception {
            duckDb(lake, out, copy(SqlText.blindToCorrections(BenchmarkBook.AS_OF_DAY), out));
        }
    },
    SCAN("Parquet scan of the columns used (DuckDB)") {
        @Override
        void run(HistoryLake lake, Path out) throws Exception {
            duckDb(
                    lake,
                    out,
                    "SELECT sum(strlen(account_id)), sum(strlen(fact)), sum(strlen(key)), sum(event_day), sum(known_us),"
                            + " sum(due_day), sum(amount_minor), sum(strlen(kind)), sum(strlen(reverses)) FROM facts");
        }
    };

    private final String title;

    Contender(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract void run(HistoryLake lake, Path out) throws Exception;

    private static List<String> all() {
        return FeatureBuilder.of(AttributeCatalogue.EMPTY).schema().names();
    }

    private static void fold(HistoryLake lake, Path out, List<String> names, int... days) throws Exception {
        FeatureFold fold = new FeatureFold(AttributeCatalogue.EMPTY, names, days);
        write(lake, out, fold.schema(), fold);
    }

    private static void write(HistoryLake lake, Path out, StructType schema, AccountFold fold) throws Exception {
        try (SparkSession spark = SparkSessions.open(SparkSessions.LOCAL, "benchmark")) {
            lake.mapAccounts(spark, schema, fold).write().parquet(out.toUri().toString());
        }
    }

    private static String copy(String select, Path out) {
        return "COPY (" + select + ") TO " + DuckDb.quote(out + ".parquet") + " (FORMAT parquet, COMPRESSION zstd)";
    }

    private static void duckDb(HistoryLake lake, Path out, String sql) throws Exception {
        String files = lake.factFiles().stream()
                .map(file -> DuckDb.quote(file.toString()))
                .collect(Collectors.joining(", ", "[", "]"));
        try (DuckDb db = DuckDb.inMemory()) {
            db.execute("SET memory_limit = '4GB'");
            db.execute("SET preserve_insertion_order = false");
            db.execute("SET temp_directory = " + DuckDb.quote(out + ".spill"));
            db.execute("CREATE VIEW facts AS SELECT * FROM read_parquet(" + files + ")");
            db.execute(sql);
        }
    }
}
