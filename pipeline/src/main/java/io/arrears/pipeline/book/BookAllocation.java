package io.arrears.pipeline.book;

import io.arrears.model.decision.Plan;
import io.arrears.model.decision.PlanEntry;
import io.arrears.model.decision.Planner;
import io.arrears.model.decision.Strategy;
import io.arrears.pipeline.sql.DuckDb;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * The plan of a book from its values.
 *
 * @param accounts ids of the open accounts, in order; the plan's choices are in theirs
 */
record BookAllocation(List<String> accounts, Plan plan) {
    /** Plans from the values written by {@link ValueFold}. */
    static BookAllocation of(Strategy strategy, Path values) throws SQLException {
        List<String> accounts = new ArrayList<>();
        Planner planner = new Planner(strategy);
        try (DuckDb db = DuckDb.inMemory();
                Statement statement = db.connection().createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT account_id, arm, merit_minor, members, past_due, drawn FROM %s ORDER BY account_id, arm"
                                .formatted(DuckDb.parquet(values)))) {
            double[] merits = new double[strategy.arms().size()];
            while (rows.next()) {
                int arm = rows.getInt(2);
                double merit = rows.getDouble(3);
                merits[arm] = rows.wasNull() ? Double.NaN : merit;
                if (arm == merits.length - 1) {
                    accounts.add(rows.getString(1));
                    planner.add(entry(rows, merits));
                }
            }
        }
        return new BookAllocation(accounts, planner.plan());
    }

    private static PlanEntry entry(ResultSet row, double[] merits) throws SQLException {
        Integer drawn = (Integer) row.getObject(6);
        return new PlanEntry(merits, row.getLong(4), row.getBoolean(5), drawn == null ? PlanEntry.FREE : drawn);
    }

    /** The arm of every account that isn't left alone. */
    HashMap<String, Integer> arms() {
        HashMap<String, Integer> arms = new HashMap<>();
        int[] choice = plan.allocation().choice();
        for (int i = 0; i < choice.length; i++) {
            if (choice[i] != 0) {
                arms.put(accounts.get(i), choice[i]);
            }
        }
        return arms;
    }

    PlanFold.Given given() {
        HashMap<String, Integer> exceptions = new HashMap<>();
        for (int i : plan.exceptions()) {
            exceptions.put(accounts.get(i), plan.allocation().choice()[i]);
        }
        return new PlanFold.Given(plan.prices().perUnit(), exceptions);
    }
}
