package io.arrears.pipeline.benchmark.oracle;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Coded;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.decision.Settlement;
import io.arrears.model.decision.Strategy;
import io.arrears.model.decision.StrategyArm;
import io.arrears.pipeline.sql.DuckDb;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The accounts past due on the last day of a portfolio, what the product says of them, and the truth. */
final class OracleBook {
    private final Strategy strategy;
    private final List<Case> cases;

    private OracleBook(Strategy strategy, List<Case> cases) {
        this.strategy = strategy;
        this.cases = cases;
    }

    /**
     * One account.
     *
     * @param perPaymentMinor expected amount of a payment
     * @param may per arm of the strategy, 1 when it may be chosen, else 0
     * @param ours net value per arm, by the product
     * @param trueCashMinor expected cash per arm; what comes in when left alone where the truth knows no such account
     * @param trueAlone probability of a payment when left alone
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Case(
            String accountId,
            int daysPastDue,
            double pastDueMinor,
            double payProbability,
            double perPaymentMinor,
            double[] may,
            double[] ours,
            double[] trueCashMinor,
            double trueAlone,
            float[] features) {
        boolean may(int arm) {
            return may[arm] > 0;
        }
    }

    static OracleBook read(PortfolioFolder folder) throws SQLException, IOException {
        Strategy strategy = OracleStrategy.get();
        List<Case> cases = new ArrayList<>();
        try (DuckDb db = DuckDb.inMemory()) {
            Map<String, Map<Arm, double[]>> truth = truth(db, folder);
            try (Statement statement = db.connection().createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT * FROM %s ORDER BY account_id".formatted(DuckDb.parquet(folder.decisions())))) {
                while (rows.next()) {
                    cases.add(read(rows, strategy, truth.getOrDefault(rows.getString("account_id"), Map.of())));
                }
            }
        }
        return new OracleBook(strategy, cases);
    }

    private static Case read(ResultSet row, Strategy strategy, Map<Arm, double[]> truth) throws SQLException {
        double pays = row.getDouble("pay_probability");
        double minorPerUnit = row.getDouble("minor_per_unit");
        double[] alone = truth.getOrDefault(Arm.NONE, new double[2]);
        return new Case(
                row.getString("account_id"),
                row.getInt("days_past_due"),
                row.getDouble("past_due_minor"),
                pays,
                pays > 1e-9 ? row.getDouble("expected_cash_minor") / pays : 0,
                Arrays.stream(elements(row, "legal"))
                        .mapToDouble(legal -> (Boolean) legal ? 1 : 0)
                        .toArray(),
                Arrays.stream(elements(row, "net_value_minor"))
                        .mapToDouble(net -> (Double) net)
                        .toArray(),
                strategy.arms().stream()
                        .mapToDouble(arm -> minorPerUnit * truth.getOrDefault(arm.arm(), alone)[1])
                        .toArray(),
                alone[0],
                TableFold.floats(row, "features"));
    }

    private static Object[] elements(ResultSet row, String column) throws SQLException {
        return (Object[]) row.getArray(column).getArray();
    }

    /** Probability of a payment and expected cash in units of the account's currency, by account and arm. */
    private static Map<String, Map<Arm, double[]>> truth(DuckDb db, PortfolioFolder folder) throws SQLException {
        Map<String, Map<Arm, double[]>> truth = new HashMap<>();
        try (Statement statement = db.connection().createStatement();
                ResultSet rows = statement.executeQuery(
                        """
                        SELECT account_id, action, channel, "window", p_pay_30d, expected_cash_30d
                        FROM read_csv(%s) SEMI JOIN %s USING (account_id)""".formatted(DuckDb.quote(folder.truth().toString()), DuckDb.parquet(folder.decisions())))) {
            while (rows.next()) {
                Arm arm = new Arm(
                        rows.getString(2),
                        Coded.get(Channel.class, rows.getString(3)),
                        Coded.get(ContactWindow.class, rows.getString(4)));
                truth.computeIfAbsent(rows.getString(1), account -> new HashMap<>())
                        .put(arm, new double[] {rows.getDouble(5), rows.getDouble(6)});
            }
        }
        return truth;
    }

    Strategy strategy() {
        return strategy;
    }

    List<Case> cases() {
        return cases;
    }

    int arms() {
        return strategy.arms().size();
    }

    /** How many calls a plan may make. */
    int calls() {
        return (int) strategy.capacities().get(0).most().of(cases.size());
    }

    boolean isCall(int arm) {
        return strategy.arms().get(arm).arm().channel() == Channel.CALL;
    }

    /** What choosing an arm is truly worth against leaving alone, by the strategy's own formula; complaints left out. */
    double trueValue(Case one, int arm) {
        return value(arm, one.trueCashMinor[arm], one.trueCashMinor[0]);
    }

    /** Cash above leaving alone, less cost and forgiveness. */
    double value(int arm, double cashMinor, double aloneMinor) {
        if (arm == 0) {
            return 0;
        }
        StrategyArm chosen = strategy.arms().get(arm);
        Settlement settlement = strategy.terms().settlement();
        double forgiven = chosen.arm().action().equals(Settlement.ACTION)
                ? cashMinor * settlement.discount() * settlement.chargeShare()
                : 0;
        return cashMinor - aloneMinor - chosen.costMinor() - forgiven;
    }

    double trueValue(int[] choice) {
        double sum = 0;
        for (int i = 0; i < choice.length; i++) {
            sum += trueValue(cases.get(i), choice[i]);
        }
        return sum;
    }
}
