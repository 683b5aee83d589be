package io.arrears.pipeline.export;

import io.arrears.model.account.Coded;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.PublishedFolder;
import io.arrears.pipeline.book.FeatureJob;
import io.arrears.pipeline.book.PlanJob;
import io.arrears.pipeline.book.ScoreJob;
import io.arrears.pipeline.sql.DuckDb;
import java.nio.file.Path;

/** A table of the contract: where a job left it and how its columns are named outside. */
public enum ExportTable implements Coded {
    SCORES("score"),
    VALUES("plan"),
    PLAN("plan"),
    PRICES("plan"),
    FEATURES("features");

    private static final String SCORE_COLUMNS = "account_id, as_of, model_id, pay_probability_30d, "
            + "round(expected_cash_30d_minor) / pow(10, decimals) AS expected_cash_30d, roll_probability, "
            + "reasons[1].text AS reason_1, reasons[2].text AS reason_2, reasons[3].text AS reason_3, "
            + "reasons[4].text AS reason_4, kept_probability, self_cure_probability";
    private static final String VALUE_COLUMNS =
            "account_id, action, channel, contact_window AS \"window\", legal::INTEGER AS legal, blocked_by, p_reach, "
                    + "p_pay_30d, round(expected_cash_30d_minor) / pow(10, decimals) AS expected_cash_30d, "
                    + "cost_minor / pow(10, decimals) AS cost, net_value_minor / pow(10, decimals) AS net_value";
    private static final String PLAN_COLUMNS = "account_id, rank, action, channel, contact_window AS \"window\", "
            + "net_value_minor / pow(10, decimals) AS net_value, "
            + "price_paid_minor / pow(10, decimals) AS price_paid, propensity, not_before, not_after, "
            + "hold_reason, runner_up, runner_up_gap_minor / pow(10, decimals) AS runner_up_gap";
    private static final String PRICE_COLUMNS =
            "capacity, unit, limit_amount AS \"limit\", used, price_minor / pow(10, decimals) AS price, "
                    + "least_amount AS \"min\"";

    private final String verb;

    ExportTable(String verb) {
        this.verb = verb;
    }

    /** A SELECT of the table as of a day. */
    String select(Home home, int asOfDay) {
        return switch (this) {
            case SCORES -> select(SCORE_COLUMNS, published(ScoreJob.folder(home, asOfDay)), "account_id");
            case FEATURES -> select("*", published(FeatureJob.folder(home, asOfDay)), "account_id");
            case VALUES ->
                select(
                        VALUE_COLUMNS,
                        published(PlanJob.folder(home, asOfDay)).resolve(PlanJob.VALUES),
                        "account_id, arm");
            case PLAN ->
                select(PLAN_COLUMNS, published(PlanJob.folder(home, asOfDay)).resolve(PlanJob.PLAN), "rank");
            case PRICES ->
                select(PRICE_COLUMNS, published(PlanJob.folder(home, asOfDay)).resolve(PlanJob.PRICES), "capacity");
        };
    }

    private Path published(PublishedFolder folder) {
        return folder.get("run ./arrears %s with this --home and --as-of first".formatted(verb));
    }

    private static String select(String columns, Path folder, String order) {
        return "SELECT %s FROM %s ORDER BY %s".formatted(columns, DuckDb.parquet(folder), order);
    }
}
