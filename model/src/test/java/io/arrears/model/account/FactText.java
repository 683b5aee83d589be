package io.arrears.model.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A history in text, one version of a fact a line: table, key, event date, then what is needed of its columns. Without
 * {@code known} a version is known when its event day ends, as at ingest.
 *
 * <pre>
 * account a1 2024-01-01 limit=500
 * invoice i1 2024-01-05 amount=100 due=2024-02-05
 * payment p1 2024-03-10 amount=40 known=2024-03-15T09:00:00Z
 * payment r1 2024-03-20 amount=40 reverses=p1
 * contact c1 2024-03-09 outcome=no_answer
 * promise m1 2024-03-12 amount=50 due=2024-03-20
 * dispute d1 2024-03-01 closed=2024-04-02 known=2024-04-05T00:00:00Z
 * consent call 2024-01-01 granted=0
 * flag vulnerable 2024-02-01 to=2024-03-01
 * </pre>
 */
record FactText(String table, String key, int day, Map<String, String> columns) {
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final AccountId ID = new AccountId("a1");

    static AccountHistory history(String lines) {
        return AccountHistory.of(ID, facts(lines));
    }

    static List<Fact> facts(String lines) {
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(FactText::parse)
                .map(FactText::fact)
                .toList();
    }

    private static FactText parse(String line) {
        String[] words = line.strip().split(" +");
        Map<String, String> columns = new HashMap<>();
        for (int i = 3; i < words.length; i++) {
            String[] column = words[i].split("=", 2);
            columns.put(column[0], column[1]);
        }
        return new FactText(words[0], words[1], Days.of(LocalDate.parse(words[2])), columns);
    }

    private Fact fact() {
        return switch (table) {
            case "account" -> account();
            case "invoice" -> new Invoice(key, day, day("due"), minor("amount"), InvoiceKind.INVOICE, known());
            case "payment" -> payment();
            case "contact" -> contact();
            case "promise" -> new Promise(key, null, day, day("due"), minor("amount"), known());
            case "dispute" -> dispute();
            case "consent" ->
                new Consent(
                        Coded.get(Channel.class, key),
                        columns.get("granted").equals("1"),
                        Days.startMicros(day),
                        known());
            case "flag" -> new Flag(Coded.get(FlagKind.class, key), day, has("to") ? day("to") : null, known());
            default -> throw new IllegalArgumentException("no table " + table);
        };
    }

    private Account account() {
        AccountProfile profile = new AccountProfile(
                Party.FIRST_PARTY, null, List.of(), columns.get("segment"), has("limit") ? minor("limit") : null, null);
        return new Account(ID, key, ReceivableType.CREDIT_CARD, EURO, day, profile, Map.of(), known());
    }

    private Payment payment() {
        PaymentKind kind = has("reverses") ? PaymentKind.REVERSAL : PaymentKind.PAYMENT;
        return new Payment(key, day, minor("amount"), kind, null, columns.get("reverses"), null, known());
    }

    private Contact contact() {
        ContactOutcome outcome = has("outcome") ? Coded.get(ContactOutcome.class, columns.get("outcome")) : null;
        return new Contact(
                key,
                day,
                Days.startMicros(day),
                new Arm("reminder", Channel.CALL, ContactWindow.ANY),
                Direction.OUTBOUND,
                new ContactResult(outcome, false, false, null),
                ContactTerms.NOT_RECORDED,
                known());
    }

    private Dispute dispute() {
        Integer closed = has("closed") ? day("closed") : null;
        DisputeResolution resolution = closed == null ? DisputeResolution.OPEN : DisputeResolution.REJECTED;
        return new Dispute(key, null, day, closed, resolution, null, known());
    }

    private boolean has(String column) {
        return columns.containsKey(column);
    }

    private int day(String column) {
        return Days.of(LocalDate.parse(columns.get(column)));
    }

    private long minor(String column) {
        return Money.parse(columns.get(column), EURO).minor();
    }

    private long known() {
        return has("known") ? Days.micros(Instant.parse(columns.get("known"))) : Days.endMicros(day);
    }
}
