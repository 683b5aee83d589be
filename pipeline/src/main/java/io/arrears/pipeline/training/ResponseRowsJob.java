package io.arrears.pipeline.training;

import static org.apache.spark.sql.functions.col;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Coded;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.decision.Reach;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.training.response.ResponseRow;
import io.arrears.pipeline.history.HistoryLake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Logged decisions with what came of them, as rows to learn the response from. */
public final class ResponseRowsJob {
    private static final int LOG_DAYS = 540;
    private static final long MOST_ROWS = 1_000_000;

    private final SparkSession spark;
    private final HistoryLake lake;

    public ResponseRowsJob(SparkSession spark, HistoryLake lake) {
        this.spark = spark;
        this.lake = lake;
    }

    /** Decisions of the last 540 days that were known when a day began, in order of account; of very many a share. */
    public List<ResponseRow> run(AttributeCatalogue attributes, Scorer scorer, int asOfDay) {
        long logged = lake.factsKnownAtStartOf(spark, asOfDay)
                .filter(col(FactColumn.FACT.code()).equalTo(FactTable.CONTACTS.code()))
                .filter(col(FactColumn.EVENT_DAY.code()).geq(asOfDay - LOG_DAYS))
                .count();
        return logged == 0 ? List.of() : rows(attributes, scorer, asOfDay, Math.min(1, (double) MOST_ROWS / logged));
    }

    private List<ResponseRow> rows(AttributeCatalogue attributes, Scorer scorer, int asOfDay, double share) {
        ResponseFold fold = new ResponseFold(attributes, scorer, asOfDay - LOG_DAYS, asOfDay - 1, share);
        Iterator<Row> found = lake.mapAccounts(spark, ResponseFold.SCHEMA, fold)
                .orderBy("account_id", "contact_id")
                .toLocalIterator();
        List<ResponseRow> rows = new ArrayList<>();
        Known known = new Known();
        found.forEachRemaining(row -> rows.add(read(row, known)));
        return rows;
    }

    /** What many rows share is held once: there may be a million rows. */
    private static final class Known {
        private final Map<String, Integer> accounts = new HashMap<>();
        private final Map<Arm, Arm> arms = new HashMap<>();
        private final Map<Reach, Reach> reach = new HashMap<>();

        int number(String accountId) {
            return accounts.computeIfAbsent(accountId, id -> accounts.size());
        }

        Arm once(Arm arm) {
            return arms.computeIfAbsent(arm, same -> same);
        }

        Reach once(Reach one) {
            return reach.computeIfAbsent(one, same -> same);
        }
    }

    private static ResponseRow read(Row row, Known known) {
        List<Reach> reach = new ArrayList<>();
        for (Row one : row.<Row>getList(row.fieldIndex("reach"))) {
            reach.add(known.once(new Reach(
                    Coded.get(Channel.class, one.getString(0)),
                    Coded.get(ContactWindow.class, one.getString(1)),
                    one.getInt(2),
                    one.getInt(3))));
        }
        ResponseContext context = new ResponseContext(
                row.getAs("base_probability"),
                row.<Integer>getAs("days_past_due"),
                Coded.get(ReceivableType.class, row.getAs("receivable_type")),
                row.<Integer>getAs("promises_kept"),
                row.<Integer>getAs("promises_broken"),
                reach,
                row.<Double>getList(row.fieldIndex("traits")));
        Arm arm = known.once(new Arm(
                row.getAs("action"),
                Coded.get(Channel.class, row.getAs("channel")),
                Coded.get(ContactWindow.class, row.getAs("contact_window"))));
        return new ResponseRow(
                known.number(row.getAs("account_id")),
                context,
                arm,
                orNan(row.getAs("propensity")),
                row.getAs("paid"),
                orNan(row.getAs("cash_ratio")),
                row.getAs("right_party"),
                row.getAs("complaint"));
    }

    private static double orNan(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
