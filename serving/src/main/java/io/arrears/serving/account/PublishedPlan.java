package io.arrears.serving.account;

import io.arrears.model.account.AccountId;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.mart.MartReader;
import io.arrears.serving.mart.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the plan in force says of one account. */
final class PublishedPlan {
    private final Mart mart;

    PublishedPlan(Mart mart) {
        this.mart = mart;
    }

    AccountAnswer.Published get(AccountId id) {
        return mart.read(reader -> {
            String code = reader.run().strategyCurrency();
            return code == null ? unplanned(reader) : planned(reader, id, Currency.getInstance(code));
        });
    }

    private static AccountAnswer.Published unplanned(MartReader reader) {
        return new AccountAnswer.Published(reader.run().runId(), reader.run().asOf(), null, null, List.of());
    }

    private static AccountAnswer.Published planned(MartReader reader, AccountId id, Currency currency) {
        List<String> params = List.of(id.value());
        return new AccountAnswer.Published(
                reader.run().runId(),
                reader.run().asOf(),
                currency.getCurrencyCode(),
                reader.find("SELECT * FROM plan WHERE account_id = ?", params, row -> plan(row, currency))
                        .orElse(null),
                reader.list(
                        "SELECT * FROM arm_value WHERE account_id = ? ORDER BY net_value_minor DESC",
                        params,
                        row -> arm(row, currency)));
    }

    private static Map<String, @Nullable Object> plan(ResultSet cells, Currency currency) throws SQLException {
        Row row = new Row(cells);
        Map<String, @Nullable Object> plan = new LinkedHashMap<>();
        plan.put("rank", cells.getInt("rank"));
        putArm(plan, row);
        plan.put("net_value", row.findExpectation("net_value_minor", currency));
        plan.put("price_paid", row.findExpectation("price_paid_minor", currency));
        plan.put("propensity", row.findDouble("propensity"));
        plan.put("not_before", row.findInstant("not_before"));
        plan.put("not_after", row.findInstant("not_after"));
        plan.put("hold_reason", row.findText("hold_reason"));
        plan.put("runner_up", row.findText("runner_up"));
        plan.put("runner_up_gap", row.findExpectation("runner_up_gap_minor", currency));
        return plan;
    }

    private static Map<String, @Nullable Object> arm(ResultSet cells, Currency currency) throws SQLException {
        Row row = new Row(cells);
        Map<String, @Nullable Object> arm = new LinkedHashMap<>();
        putArm(arm, row);
        arm.put("legal", cells.getBoolean("legal"));
        arm.put("blocked_by", row.findText("blocked_by"));
        arm.put("p_reach", row.findDouble("p_reach"));
        arm.put("p_pay_30d", row.findDouble("p_pay_30d"));
        arm.put("expected_cash_30d", row.findExpectation("expected_cash_30d_minor", currency));
        arm.put("cost", row.findExpectation("cost_minor", currency));
        arm.put("net_value", row.findExpectation("net_value_minor", currency));
        return arm;
    }

    private static void putArm(Map<String, @Nullable Object> out, Row row) throws SQLException {
        out.put("action", row.getText("action"));
        out.put("channel", row.getText("channel"));
        out.put("window", row.getText("contact_window"));
    }
}
