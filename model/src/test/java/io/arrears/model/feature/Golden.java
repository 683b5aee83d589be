package io.arrears.model.feature;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Coded;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactOutcome;
import io.arrears.model.account.ContactResult;
import io.arrears.model.account.ContactTerms;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Days;
import io.arrears.model.account.Direction;
import io.arrears.model.account.Dispute;
import io.arrears.model.account.DisputeResolution;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.InvoiceKind;
import io.arrears.model.account.Money;
import io.arrears.model.account.Party;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.account.Promise;
import io.arrears.model.account.ReceivableType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The golden book: a few readable accounts as a source drop ({@code golden/drop/*.csv}, canonical tables, plain values
 * without quotes) and the vectors they must give on {@link #AS_OF} ({@code golden/vectors.csv}). Every module reproduces
 * them on its own path. {@code mvn test -pl model -Dgolden.write} writes the vectors anew; read the difference.
 */
public final class Golden {
    public static final LocalDate AS_OF = LocalDate.of(2024, 7, 1);

    private final Map<String, Currency> currencies = new HashMap<>();
    private final Map<AccountId, List<Fact>> facts = new TreeMap<>();

    private Golden() {}

    /** Whether the run is to write golden files anew. */
    static boolean isWriting() {
        return System.getProperty("golden.write") != null;
    }

    /** The histories of the golden drop, by account id. */
    public static List<AccountHistory> histories() {
        Golden golden = new Golden();
        golden.read("accounts", golden::account);
        golden.read("invoices", golden::invoice);
        golden.read("payments", golden::payment);
        golden.read("contacts", golden::contact);
        golden.read("promises", golden::promise);
        golden.read("disputes", golden::dispute);
        List<AccountHistory> histories = new ArrayList<>();
        golden.facts.forEach((id, list) -> histories.add(AccountHistory.of(id, list)));
        return histories;
    }

    /** A file below {@code golden/}. */
    public static String text(String name) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
            if (in == null) {
                throw new IllegalStateException("golden/" + name + " is not among the test resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String table, BiFunction<Row, Long, Fact> reader) {
        List<String> lines = text("drop/" + table + ".csv").lines().toList();
        String[] header = lines.get(0).split(",");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                if (!cells[i].isEmpty()) {
                    values.put(header[i], cells[i]);
                }
            }
            Row row = new Row(values);
            AccountId id = new AccountId(row.text("account_id"));
            facts.computeIfAbsent(id, any -> new ArrayList<>()).add(reader.apply(row, row.knownMicros()));
        }
    }

    private Account account(Row row, long known) {
        Currency currency = Currency.getInstance(row.text("currency"));
        currencies.put(row.text("account_id"), currency);
        AccountProfile profile = new AccountProfile(
                row.code(Party.class, "party", "first_party"),
                null,
                List.of(),
                null,
                row.has("credit_limit") ? minor(row, "credit_limit") : null,
                row.has("preferred_channel") ? row.code(Channel.class, "preferred_channel", "none") : null);
        return new Account(
                new AccountId(row.text("account_id")),
                row.text("account_id"),
                row.code(ReceivableType.class, "receivable_type", "other"),
                currency,
                row.day("opened_on"),
                profile,
                row.attributes(),
                known);
    }

    private Invoice invoice(Row row, long known) {
        return new Invoice(
                row.text("invoice_id"),
                row.day("issued_on"),
                row.day("due_on"),
                minor(row, "amount"),
                row.code(InvoiceKind.class, "kind", "invoice"),
                known);
    }

    private Payment payment(Row row, long known) {
        return new Payment(
                row.text("payment_id"),
                row.day("paid_on"),
                minor(row, "amount"),
                row.code(PaymentKind.class, "kind", "payment"),
                row.values.get("invoice_id"),
                row.values.get("reverses"),
                null,
                known);
    }

    private Contact contact(Row row, long known) {
        Arm arm = new Arm(
                row.text("action"),
                row.code(Channel.class, "channel", "none"),
                row.code(ContactWindow.class, "window", "any"));
        ContactOutcome outcome = row.has("outcome") ? row.code(ContactOutcome.class, "outcome", "no_contact") : null;
        return new Contact(
                row.text("contact_id"),
                row.day("decided_on"),
                row.has("at") ? Days.micros(Instant.parse(row.text("at"))) : null,
                arm,
                row.code(Direction.class, "direction", "outbound"),
                new ContactResult(
                        outcome,
                        "1".equals(row.values.get("right_party")),
                        "1".equals(row.values.get("complaint")),
                        null),
                ContactTerms.NOT_RECORDED,
                known);
    }

    private Promise promise(Row row, long known) {
        return new Promise(
                row.text("promise_id"), null, row.day("made_on"), row.day("due_on"), minor(row, "amount"), known);
    }

    private Dispute dispute(Row row, long known) {
        return new Dispute(
                row.text("dispute_id"),
                row.values.get("invoice_id"),
                row.day("opened_on"),
                row.has("closed_on") ? row.day("closed_on") : null,
                row.code(DisputeResolution.class, "resolution", "open"),
                null,
                known);
    }

    private long minor(Row row, String column) {
        Currency currency = currencies.get(row.text("account_id"));
        return Money.parse(row.text(column), currency).minor();
    }

    /** The values present in a row, by column. */
    private record Row(Map<String, String> values) {
        private static final List<String> EVENT_DATES =
                List.of("issued_on", "paid_on", "decided_on", "made_on", "closed_on", "opened_on");

        boolean has(String column) {
            return values.containsKey(column);
        }

        String text(String column) {
            return values.get(column);
        }

        int day(String column) {
            return Days.of(LocalDate.parse(text(column)));
        }

        <E extends Enum<E> & Coded> E code(Class<E> type, String column, String otherwise) {
            return Coded.get(type, values.getOrDefault(column, otherwise));
        }

        Map<String, String> attributes() {
            Map<String, String> attributes = new TreeMap<>(values);
            attributes.keySet().removeIf(name -> !name.startsWith("x_") && !name.startsWith(Account.AUDIT_PREFIX));
            return attributes;
        }

        long knownMicros() {
            if (has("known_at")) {
                return Days.micros(Instant.parse(text("known_at")));
            }
            String date = EVENT_DATES.stream().filter(this::has).findFirst().orElseThrow();
            return Days.endMicros(day(date));
        }
    }
}
