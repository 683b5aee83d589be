package io.arrears.pipeline.book;

import io.arrears.model.decision.Allocation;
import io.arrears.model.decision.AllocationProblem;
import io.arrears.model.decision.Allocator;
import io.arrears.model.decision.Strategy;
import io.arrears.pipeline.sql.DuckDb;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * The allocation of a book: accounts drawn by chance take their capacity first, in order of account id while it lasts;
 * the rest is allocated by value.
 */
final class BookAllocation {
    private static final int FREE = -1;

    private final Strategy strategy;
    private final double[] limits;
    private final List<String> accounts = new ArrayList<>();
    private final List<double[]> merits = new ArrayList<>();
    private final HashMap<String, Integer> arms = new HashMap<>();
    private final double[] drawnUse;
    private long openAccounts;
    private Allocation allocation = new Allocation(new int[0], new double[0], new double[0], 0, 0);

    private BookAllocation(Strategy strategy, long pastDueAccounts) {
        this.strategy = strategy;
        this.limits = strategy.capacities().stream()
                .mapToDouble(capacity -> capacity.limitFor(pastDueAccounts))
                .toArray();
        this.drawnUse = new double[limits.length];
    }

    /** Allocates from the values written by {@link ValueFold}. */
    static BookAllocation of(Strategy strategy, Path values) throws SQLException {
        try (DuckDb db = DuckDb.inMemory()) {
            String source = DuckDb.parquet(values);
            BookAllocation book = new BookAllocation(strategy, pastDueAccounts(db, source));
            book.read(db, source);
            book.allocate();
            return book;
        }
    }

    private static long pastDueAccounts(DuckDb db, String source) throws SQLException {
        try (Statement statement = db.connection().createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM %s WHERE arm = 0 AND past_due".formatted(source))) {
            row.next();
            return row.getLong(1);
        }
    }

    private void read(DuckDb db, String source) throws SQLException {
        int width = strategy.arms().size();
        try (Statement statement = db.connection().createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT account_id, arm, merit_minor, drawn FROM %s ORDER BY account_id, arm"
                                .formatted(source))) {
            double[] current = new double[width];
            while (rows.next()) {
                int arm = rows.getInt(2);
                double merit = rows.getDouble(3);
                current[arm] = rows.wasNull() ? Double.NaN : merit;
                if (arm == width - 1) {
                    Integer drawn = (Integer) rows.getObject(4);
                    place(rows.getString(1), current, drawn == null ? FREE : drawn);
                    current = new double[width];
                }
            }
        }
    }

    private void place(String account, double[] merit, int drawn) {
        openAccounts++;
        if (drawn == FREE) {
            accounts.add(account);
            merits.add(merit);
        } else if (drawn > 0 && takes(drawn)) {
            arms.put(account, drawn);
        }
    }

    /** Reserves the capacity of an arm that chance chose, when there is enough left. */
    private boolean takes(int arm) {
        double[] use = strategy.uses()[arm];
        for (int k = 0; k < use.length; k++) {
            if (drawnUse[k] + use[k] > limits[k]) {
                return false;
            }
        }
        Arrays.setAll(drawnUse, k -> drawnUse[k] + use[k]);
        return true;
    }

    private void allocate() {
        double[] left = new double[limits.length];
        Arrays.setAll(left, k -> limits[k] - drawnUse[k]);
        allocation = Allocator.allocate(new AllocationProblem(merits.toArray(double[][]::new), strategy.uses(), left));
        for (int i = 0; i < accounts.size(); i++) {
            if (allocation.choice()[i] != 0) {
                arms.put(accounts.get(i), allocation.choice()[i]);
            }
        }
        merits.clear();
    }

    PlanFold.Given given() {
        return new PlanFold.Given(Arrays.stream(allocation.prices()).boxed().toList(), arms);
    }

    long openAccounts() {
        return openAccounts;
    }

    Allocation allocation() {
        return allocation;
    }

    double limit(int capacity) {
        return limits[capacity];
    }

    /** What the plan takes of a capacity, chance included. */
    double used(int capacity) {
        return allocation.used()[capacity] + drawnUse[capacity];
    }
}
