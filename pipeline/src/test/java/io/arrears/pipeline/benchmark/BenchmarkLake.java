package io.arrears.pipeline.benchmark;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.DropRecord;
import io.arrears.pipeline.history.FactFiles;
import io.arrears.pipeline.history.FactRows;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.history.LakeWriter;
import io.arrears.pipeline.history.WrittenFacts;
import io.arrears.pipeline.spark.SparkSessions;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Writes the book as one drop of a lake: the files ingest would write, without the CSV it would read. */
final class BenchmarkLake {
    private static final String DROP = "benchmark";

    private BenchmarkLake() {}

    /** Arguments: home folder, accounts, rows of payments per account. */
    public static void main(String[] args) throws Exception {
        Home home = new Home(Path.of(args[0]));
        long accounts = Long.parseLong(args[1]);
        int rows = Integer.parseInt(args[2]);
        try (SparkSession spark = SparkSessions.open(SparkSessions.LOCAL, "benchmark lake");
                LakeWriter writer = LakeWriter.lock(home)) {
            writer.stage(DROP);
            Path facts = writer.stagedFacts(DROP);
            spark.range(accounts)
                    .select(functions.expr("format_string('A%08d', id)").as("account_id"))
                    .repartition(HistoryLake.BUCKETS, functions.col("account_id"))
                    .sortWithinPartitions("account_id")
                    .mapPartitions(
                            (MapPartitionsFunction<Row, Row>) ids -> new FactIterator(ids, rows),
                            Encoders.row(FactRows.SCHEMA))
                    .write()
                    .parquet(facts.toUri().toString());
            FactFiles files =
                    WrittenFacts.list(facts, accounts * rows, BenchmarkBook.FIRST_DAY, BenchmarkBook.AS_OF_DAY);
            DropRecord drop =
                    new DropRecord(DROP, "2026-01-01T00:00:00Z", "generated", List.of(), List.of(), List.of(), files);
            writer.commit(drop, lake -> AttributeCatalogue.EMPTY);
        }
    }

    /** The facts of account after account, as rows. */
    private static final class FactIterator implements Iterator<Row> {
        private final Iterator<Row> ids;
        private final int payments;
        private AccountId id = new AccountId("none");
        private Iterator<Fact> facts = List.<Fact>of().iterator();

        FactIterator(Iterator<Row> ids, int payments) {
            this.ids = ids;
            this.payments = payments;
        }

        @Override
        public boolean hasNext() {
            return facts.hasNext() || ids.hasNext();
        }

        @Override
        public Row next() {
            if (!facts.hasNext()) {
                id = new AccountId(ids.next().getString(0));
                facts = BenchmarkBook.facts(Long.parseLong(id.value().substring(1)), payments)
                        .iterator();
            }
            return FactRows.toRow(FactCodec.toRow(id, facts.next()));
        }
    }
}
