package io.arrears.serving.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.account.Account;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/** Reads the whole history of one account from a request: one list per canonical table, {@code accounts} of one row. */
public final class InlineHistory {
    /** Most rows in all tables together. */
    public static final int MAX_ROWS = 10_000;

    private InlineHistory() {}

    /** Whether a request carries a history of its own. */
    public static boolean isIn(JsonObject body) {
        return body.find(FactTable.ACCOUNTS.code()) != null;
    }

    /**
     * The facts, the account first; errors are noted and must be checked before use.
     *
     * @throws io.arrears.serving.http.ProblemException invalid_input when the account itself can't be read
     */
    public static List<Fact> read(JsonObject body, FieldErrors errors) {
        List<JsonObject> accounts = FactRows.list(body, FactTable.ACCOUNTS, errors);
        if (accounts.size() != 1) {
            body.fail(FactTable.ACCOUNTS.code(), "has %d rows: send exactly one account".formatted(accounts.size()));
        }
        errors.check();
        Account account = AccountReader.read(accounts.get(0));
        errors.check();
        List<Fact> facts = new ArrayList<>(List.of(account));
        FactReader reader = new FactReader(account.currency(), LongUnaryOperator.identity());
        int rows = 1;
        for (FactTable table : FactTable.values()) {
            if (table != FactTable.ACCOUNTS) {
                List<JsonObject> list = FactRows.list(body, table, errors);
                rows += list.size();
                if (rows > MAX_ROWS) {
                    body.fail(table.code(), "brings the history above the limit of %d rows".formatted(MAX_ROWS));
                    break;
                }
                for (JsonObject row : list) {
                    checkAccount(row, account);
                    facts.addAll(reader.read(table, row));
                }
            }
        }
        return facts;
    }

    /** Rows of the one account may leave its id out. */
    private static void checkAccount(JsonObject row, Account account) {
        JsonNode stated = row.find("account_id");
        if (stated != null && !stated.asText().equals(account.id().value())) {
            row.fail("account_id", "is not the account of this history");
        }
    }
}
