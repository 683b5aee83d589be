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
record BookAllocation(List<String> accounts, Plan plan) implements BookPlan {
    /** Plans from the values written by {@link ValueFold}. */
    static BookAllocation of(Strategy strategy, Path values, LostArms lost) throws SQLException {
        Planner planner = new Planner(strategy);
        List<String> accounts = read(planner, strategy, lost, values("merit_minor", values));
        return new BookAllocation(accounts, planner.plan());
    }

    /** The plan there would be without a lever of the strategy. */
    static BookAllocation without(int lever, Strategy strategy, Path values, LostArms lost) throws SQLException {
        String merit = "merit_minor - %s * (levers >> %d & 1)"
                .formatted(strategy.levers().get(lever).bonusMinor(), lever);
        Planner planner = new Planner(strategy);
        List<String> accounts = read(planner, strategy, lost, values(merit, values));
        return new BookAllocation(accounts, planner.planAlone());
    }

    private static String values(String merit, Path values) {
        return "SELECT account_id, arm, %s, members, past_due, drawn FROM %s ORDER BY account_id, arm"
                .formatted(merit, DuckDb.parquet(values));
    }

    private static List<String> read(Planner planner, Strategy strategy, LostArms lost, String values)
            throws SQLException {
        List<String> accounts = new ArrayList<>();
        try (DuckDb db = DuckDb.inMemory();
                Statement statement = db.connection().createStatement();
                ResultSet rows = statement.executeQuery(values)) {
            double[] merits = new double[strategy.arms().size()];
            while (rows.next()) {
                int arm = readMerit(rows, merits);
                if (arm == merits.length - 1) {
                    String account = rows.getString(1);
                    accounts.add(account);
                    planner.add(lost.restrict(account, entry(rows, merits)));
                }
            }
        }
        return accounts;
    }

    /** Reads what the row's arm is worth; answers which arm it is. */
    static int readMerit(ResultSet row, double[] merits) throws SQLException {
        int arm = row.getInt(2);
        double worth = row.getDouble(3);
        merits[arm] = row.wasNull() ? Double.NaN : worth;
        return arm;
    }

    static PlanEntry entry(ResultSet row, double[] merits) throws SQLException {
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

    @Override
    public PlanFold.Given given() {
        HashMap<String, Integer> exceptions = new HashMap<>();
        for (int i : plan.exceptions()) {
            exceptions.put(accounts.get(i), plan.allocation().choice()[i]);
        }
        return new PlanFold.Given(plan.prices().perUnit(), exceptions);
    }
}
