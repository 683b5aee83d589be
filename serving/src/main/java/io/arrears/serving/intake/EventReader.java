package io.arrears.serving.intake;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Days;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads live events: rows of the tables in which news arrive. */
public final class EventReader {
    /** Most events in one call. */
    public static final int MAX_EVENTS = 1_000;

    private static final Set<FactTable> TABLES = Set.of(
            FactTable.PAYMENTS,
            FactTable.CONTACTS,
            FactTable.PROMISES,
            FactTable.DISPUTES,
            FactTable.CONSENTS,
            FactTable.FLAGS);

    private static final String AFTER_TODAY = "is after %s, the service's day";

    private final Function<AccountId, Optional<Currency>> currencies;
    private final long nowMicros;
    private final FieldErrors errors;

    /**
     * A fact of an account.
     *
     * @param dated whether its row says itself when it became known
     */
    public record Event(AccountId accountId, Fact fact, boolean dated) {}

    /**
     * @param currencies of the accounts the service knows
     * @param nowMicros when what comes in counts as known; nothing may lie after the end of its day
     */
    public EventReader(Function<AccountId, Optional<Currency>> currencies, long nowMicros, FieldErrors errors) {
        this.currencies = currencies;
        this.nowMicros = nowMicros;
        this.errors = errors;
    }

    /** The events in the order of the tables; errors are noted and must be checked before use. */
    public List<Event> read(JsonObject body) {
        List<Event> events = new ArrayList<>();
        int rows = 0;
        for (FactTable table : FactTable.values()) {
            if (TABLES.contains(table)) {
                List<JsonObject> list = FactRows.list(body, table, errors);
                rows += list.size();
                if (rows > MAX_EVENTS) {
                    body.fail(table.code(), "brings the call above the limit of %d events".formatted(MAX_EVENTS));
                    return events;
                }
                list.forEach(row -> events.addAll(event(table, row)));
            }
        }
        body.refuseOthers();
        if (rows == 0) {
            body.fail("payments", "and every other table are empty: send at least one event");
        }
        return events;
    }

    private List<Event> event(FactTable table, JsonObject row) {
        AccountId account = new AccountId(row.getText("account_id"));
        Optional<Currency> currency = currencies.apply(account);
        if (currency.isEmpty()) {
            row.fail("account_id", "is unknown: the service knows no such account");
            return List.of();
        }
        Long stated = row.findMicros("known_at");
        int today = Days.of(nowMicros);
        if (stated != null && Days.of(stated) > today) {
            row.fail("known_at", AFTER_TODAY.formatted(Days.date(today)));
        }
        FactReader reader = new FactReader(currency.get(), stamped -> nowMicros);
        List<Event> events = new ArrayList<>();
        for (Fact fact : reader.read(table, row)) {
            if (fact.eventDay() > today) {
                row.fail(dayColumn(table), AFTER_TODAY.formatted(Days.date(today)));
            }
            events.add(new Event(account, fact, stated != null));
        }
        return events;
    }

    private static String dayColumn(FactTable table) {
        return switch (table) {
            case CONTACTS -> "decided_on";
            case PROMISES -> "made_on";
            case DISPUTES -> "opened_on";
            case CONSENTS -> "effective_at";
            case FLAGS -> "from_on";
            default -> "paid_on";
        };
    }
}
