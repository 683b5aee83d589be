package io.arrears.pipeline.ingest;

import io.arrears.model.account.FactTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row of a canonical table as the facts that the contract says it states, each as its columns in the lake. */
final class ContractRows {
    private static final long DAY_MICROS = 86_400_000_000L;
    private static final String CHANNELS = "none email sms letter call push visit";

    private final ContractCells cells;

    private ContractRows(ContractCells cells) {
        this.cells = cells;
    }

    /** The versions a row states; of use only when {@code cells} ends up without faults. */
    static List<Map<String, String>> read(FactTable table, ContractCells cells, String currency) {
        ContractRows rows = new ContractRows(cells);
        cells.required("account_id");
        cells.id(table == FactTable.ACCOUNTS ? "account_id" : "-");
        return switch (table) {
            case ACCOUNTS -> List.of(rows.account());
            case INVOICES -> List.of(rows.invoice(currency));
            case PAYMENTS -> List.of(rows.payment(currency));
            case CONTACTS -> List.of(rows.contact(currency));
            case PROMISES -> List.of(rows.promise(currency));
            case DISPUTES -> rows.dispute();
            case CONSENTS -> List.of(rows.consent());
            case FLAGS -> List.of(rows.flag());
        };
    }

    private static void put(Map<String, String> fact, String column, @Nullable Object value) {
        if (value != null) {
            fact.put(column, value.toString());
        }
    }

    private Map<String, String> fact(FactTable table, @Nullable Object key, String dayColumn) {
        Map<String, String> fact = new TreeMap<>();
        put(fact, "account_id", cells.text("account_id"));
        put(fact, "fact", table.code());
        put(fact, "key", key);
        cells.required(dayColumn);
        LocalDate day = cells.day(dayColumn);
        Long known = cells.micros("known_at");
        if (day != null) {
            put(fact, "event_day", day.toEpochDay());
            put(fact, "known_us", known == null ? endOf(day) : known);
        }
        return fact;
    }

    private static long endOf(LocalDate day) {
        return (day.toEpochDay() + 1) * DAY_MICROS - 1;
    }

    private @Nullable String key(String column) {
        cells.required(column);
        return cells.id(column);
    }

    private void sameCurrency(String currency) {
        String stated = cells.currency("currency");
        if (stated != null && !stated.equals(currency)) {
            cells.fault("currency", "other_currency");
        }
    }

    private void amount(Map<String, String> fact, String currency) {
        sameCurrency(currency);
        cells.required("amount");
        put(fact, "amount_minor", cells.minor("amount", currency, 1));
    }

    private void after(String column, String first, String reason) {
        LocalDate from = cells.day(first);
        LocalDate to = cells.day(column);
        if (from != null && to != null && to.isBefore(from)) {
            cells.fault(column, reason);
        }
    }

    private void day(Map<String, String> fact, String name, String column) {
        LocalDate day = cells.day(column);
        put(fact, name, day == null ? null : day.toEpochDay());
    }

    private Map<String, String> account() {
        Map<String, String> fact = fact(FactTable.ACCOUNTS, cells.text("account_id"), "opened_on");
        cells.required("receivable_type");
        cells.required("currency");
        String debtor = cells.id("debtor_id");
        put(fact, "debtor_id", debtor == null ? cells.text("account_id") : debtor);
        put(
                fact,
                "receivable_type",
                cells.code("receivable_type", "consumer_loan credit_card utility b2b_invoice other", null));
        String currency = cells.currency("currency");
        put(fact, "currency", currency);
        put(fact, "party", cells.code("party", "first_party third_party", "first_party"));
        String jurisdiction = cells.text("jurisdiction");
        if (jurisdiction != null && !jurisdiction.matches("[A-Z]{2}(-[A-Z0-9]{1,3})?")) {
            cells.fault("jurisdiction", "unknown_code");
        }
        put(fact, "jurisdiction", jurisdiction);
        put(fact, "time_zone", cells.zones("time_zone"));
        put(fact, "segment", cells.text("segment"));
        put(fact, "credit_limit_minor", currency == null ? null : cells.minor("credit_limit", currency, 0));
        put(fact, "preferred_channel", cells.code("preferred_channel", CHANNELS, null));
        put(fact, "attributes", cells.attributes().isEmpty() ? null : cells.attributes());
        return fact;
    }

    private Map<String, String> invoice(String currency) {
        Map<String, String> fact = fact(FactTable.INVOICES, key("invoice_id"), "issued_on");
        cells.required("due_on");
        day(fact, "due_day", "due_on");
        after("due_on", "issued_on", "due_before_issued");
        amount(fact, currency);
        put(fact, "kind", cells.code("kind", "invoice instalment statement fee interest", "invoice"));
        return fact;
    }

    private Map<String, String> payment(String currency) {
        Map<String, String> fact = fact(FactTable.PAYMENTS, key("payment_id"), "paid_on");
        amount(fact, currency);
        String kinds = "payment credit_note write_off settlement_write_off reversal";
        String kind = cells.code("kind", kinds, "payment");
        put(fact, "kind", kind);
        put(fact, "invoice_id", cells.id("invoice_id"));
        String reverses = cells.id("reverses");
        put(fact, "reverses", reverses);
        if ("reversal".equals(kind) && reverses == null) {
            cells.fault("reverses", "reverses_missing");
        } else if (!"reversal".equals(kind) && reverses != null) {
            cells.fault("reverses", "unknown_reverses");
        }
        put(fact, "method", cells.text("method"));
        return fact;
    }

    private Map<String, String> contact(String currency) {
        Map<String, String> fact = fact(FactTable.CONTACTS, key("contact_id"), "decided_on");
        Long at = cells.micros("at");
        put(fact, "at_us", at);
        if (at != null && cells.text("known_at") == null) {
            put(fact, "known_us", at);
        }
        cells.required("action");
        cells.required("channel");
        put(fact, "action", cells.id("action"));
        put(fact, "channel", cells.code("channel", CHANNELS, null));
        put(fact, "contact_window", cells.code("window", "any morning afternoon evening", "any"));
        put(fact, "direction", cells.code("direction", "outbound inbound", "outbound"));
        String outcomes =
                "no_contact no_answer delivered voicemail wrong_party acknowledged promise_to_pay dispute refusal";
        put(fact, "outcome", cells.code("outcome", outcomes, null));
        put(fact, "right_party", cells.code("right_party", "0 1", "0"));
        put(fact, "complaint", cells.code("complaint", "0 1", "0"));
        put(fact, "talk_seconds", cells.count("talk_seconds"));
        put(fact, "cost_minor", cells.minor("cost", currency, 0));
        put(fact, "agent_id", cells.id("agent_id"));
        put(fact, "propensity", cells.propensity("propensity"));
        return fact;
    }

    private Map<String, String> promise(String currency) {
        Map<String, String> fact = fact(FactTable.PROMISES, key("promise_id"), "made_on");
        cells.required("due_on");
        day(fact, "due_day", "due_on");
        after("due_on", "made_on", "due_before_made");
        amount(fact, currency);
        put(fact, "contact_id", cells.id("contact_id"));
        return fact;
    }

    private List<Map<String, String>> dispute() {
        Map<String, String> open = fact(FactTable.DISPUTES, key("dispute_id"), "opened_on");
        put(open, "invoice_id", cells.id("invoice_id"));
        put(open, "reason", cells.text("reason"));
        put(open, "resolution", "open");
        after("closed_on", "opened_on", "closed_before_opened");
        String resolution = cells.code("resolution", "open upheld rejected", "open");
        boolean answered = !"open".equals(resolution);
        if (answered != (cells.text("closed_on") != null)) {
            cells.fault("resolution", "resolution_contradicts");
        }
        LocalDate closedOn = cells.day("closed_on");
        if (closedOn == null || open.get("known_us") == null) {
            return List.of(open);
        }
        long openKnown = Long.parseLong(open.get("known_us"));
        Map<String, String> closed = new TreeMap<>(open);
        put(closed, "resolution", resolution);
        put(closed, "closed_day", closedOn.toEpochDay());
        put(closed, "known_us", Math.max(openKnown, endOf(closedOn)));
        return openKnown < endOf(closedOn) ? new ArrayList<>(List.of(open, closed)) : List.of(closed);
    }

    private Map<String, String> consent() {
        Map<String, String> fact = new TreeMap<>();
        String effective = cells.required("effective_at");
        if (effective != null && effective.length() <= 10) {
            fact = fact(FactTable.CONSENTS, null, "effective_at");
            LocalDate day = cells.day("effective_at");
            put(fact, "effective_us", day == null ? null : day.toEpochDay() * DAY_MICROS);
        } else if (effective != null) {
            Long known = cells.micros("known_at");
            Long at = cells.micros("effective_at");
            put(fact, "account_id", cells.text("account_id"));
            put(fact, "fact", "consents");
            put(fact, "effective_us", at);
            put(fact, "known_us", known == null ? at : known);
            put(fact, "event_day", at == null ? null : Math.floorDiv(at, DAY_MICROS));
        }
        cells.required("channel");
        cells.required("granted");
        put(fact, "channel", cells.code("channel", CHANNELS, null));
        put(fact, "granted", cells.code("granted", "0 1", null));
        put(fact, "key", fact.get("channel") + "@" + fact.get("effective_us"));
        return fact;
    }

    private Map<String, String> flag() {
        Map<String, String> fact = fact(FactTable.FLAGS, null, "from_on");
        cells.required("flag");
        String flags = "deceased bankruptcy cease_contact attorney vulnerable breathing_space moratorium"
                + " identity_theft charged_off sold";
        put(fact, "flag", cells.code("flag", flags, null));
        put(fact, "key", fact.get("flag") + "@" + fact.get("event_day"));
        after("to_on", "from_on", "to_before_from");
        day(fact, "to_day", "to_on");
        return fact;
    }
}
