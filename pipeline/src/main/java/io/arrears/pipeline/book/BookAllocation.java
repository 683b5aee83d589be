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
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The plan of a book from its values.
 *
 * @param accounts ids of the open accounts, in order; the plan's choices are in theirs
 * @param losers accounts that lost arms to another account of their debtor
 */
record BookAllocation(List<String> accounts, Plan plan, Set<String> losers) {
    private static final int ROUNDS = 4;

    /**
     * Plans from the values written by {@link ValueFold}, so that the accounts of each debtor stay together within the law: plans anew without the arms that don't go
     * together, so that others get what these would have taken.
     */
    static BookAllocation of(Strategy strategy, Path values, DebtorClaims claims) throws SQLException {
        BookAllocation book = read(strategy, values, claims::restrict);
        for (int round = 1; claims.contest(book.accounts, book.plan); round++) {
            if (round == ROUNDS) {
                claims.keepOnly(book.accounts, book.plan);
            }
            book = read(strategy, values, claims::restrict);
        }
        return new BookAllocation(book.accounts, book.plan, claims.losers());
    }

    private static BookAllocation read(
            Strategy strategy, Path values, BiFunction<String, PlanEntry, PlanEntry> restriction) throws SQLException {
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
                    String account = rows.getString(1);
                    accounts.add(account);
                    planner.add(restriction.apply(account, entry(rows, merits)));
                }
            }
        }
        return new BookAllocation(accounts, planner.plan(), Set.of());
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
        for (int i = 0; i < accounts.size() && !losers.isEmpty(); i++) {
            if (losers.contains(accounts.get(i))) {
                exceptions.put(accounts.get(i), plan.allocation().choice()[i]);
            }
        }
        return new PlanFold.Given(plan.prices().perUnit(), exceptions);
    }
}
