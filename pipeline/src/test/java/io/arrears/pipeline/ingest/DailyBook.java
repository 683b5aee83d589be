package io.arrears.pipeline.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A book that grows from day to day: each drop touches a few accounts, corrects, reverses and repeats rows. */
final class DailyBook {
    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final int NEW_ACCOUNTS = 3;
    private static final int ROWS = 6;

    private record Invoice(String id, String account, LocalDate issued) {
        String row(int cents, String knownAt) {
            return "%s,%s,%s,%s,%d.%02d,%s"
                    .formatted(id, account, issued, issued.plusDays(14), cents / 100, cents % 100, knownAt);
        }
    }

    private final Random random = new Random(20240101);
    private final List<String> accounts = new ArrayList<>();
    private final List<Invoice> invoices = new ArrayList<>();
    private String lastPayment = "";
    private int day;

    static LocalDate date(int day) {
        return FIRST.plusDays(day);
    }

    private int cents() {
        return 100 + random.nextInt(90_000);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Writes the next day's drop; every fifth has no accounts file, every seventh mostly nothing but accounts. */
    DropFolder next(DropFolder drop) {
        LocalDate today = date(day);
        if (day == 0 || day % 5 != 4) {
            drop.file("accounts.csv", accountRows(today));
        }
        if (day == 0 || day % 7 != 6 || day % 5 == 4) {
            drop.file("invoices.csv", invoiceRows(today));
            drop.file("payments.csv", paymentRows(today));
        }
        day++;
        return drop;
    }

    private String[] accountRows(LocalDate today) {
        List<String> rows = new ArrayList<>(List.of("account_id,receivable_type,currency,opened_on"));
        for (int i = 0; i < NEW_ACCOUNTS; i++) {
            String id = "A-%d-%d".formatted(day, i);
            rows.add("%s,utility,%s,%s".formatted(id, i == 2 ? "USD" : "EUR", today));
            accounts.add(id);
        }
        return rows.toArray(String[]::new);
    }

    /** New ones, and for each an older one corrected. */
    private String[] invoiceRows(LocalDate today) {
        List<String> rows = new ArrayList<>(List.of("invoice_id,account_id,issued_on,due_on,amount,known_at"));
        for (int i = 0; i < ROWS; i++) {
            if (!invoices.isEmpty() && i % 3 == 0) {
                rows.add(any(invoices).row(cents(), "%sT0%d:00:00Z".formatted(today.plusDays(1), i)));
            }
            Invoice invoice = new Invoice("I-%d-%d".formatted(day, i), any(accounts), today);
            rows.add(invoice.row(cents(), ""));
            invoices.add(invoice);
        }
        return rows.toArray(String[]::new);
    }

    /** Payments of today, one of yesterday's reversed, one in advance of any bill. */
    private String[] paymentRows(LocalDate today) {
        List<String> rows = new ArrayList<>(List.of("payment_id,account_id,paid_on,amount,kind,reverses"));
        if (!lastPayment.isEmpty()) {
            rows.add("R-%d,%s,%s,0.50,reversal,%s"
                    .formatted(
                            day, lastPayment.split("@")[1], today, lastPayment.split("@")[0]));
        }
        for (int i = 0; i < ROWS; i++) {
            String account = any(accounts);
            String id = "P-%d-%d".formatted(day, i);
            int cents = cents();
            rows.add("%s,%s,%s,%d.%02d,%s,"
                    .formatted(id, account, today, cents / 100, cents % 100, i == 1 ? "credit_note" : "payment"));
            lastPayment = id + "@" + account;
        }
        return rows.toArray(String[]::new);
    }
}
