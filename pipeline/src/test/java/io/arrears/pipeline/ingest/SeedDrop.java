package io.arrears.pipeline.ingest;

import io.arrears.model.account.FactTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A small valid drop of all eight tables: what fuzzing starts from. Tables start with their header.
 *
 * @param prefix stands before every id, so that several fit one drop
 */
record SeedDrop(Map<FactTable, List<List<String>>> tables) {
    private static final String[] CURRENCIES = {"EUR", "JPY", "KWD", "CLF"};
    private static final String[] AMOUNTS = {"120.50", "12050", "120.505", "120.5055"};
    private static final String[] HALVES = {"60.25", "6025", "60.2525", "60.25275"};

    static SeedDrop of(String prefix, SplittableRandom random) {
        SeedDrop drop = new SeedDrop(new EnumMap<>(FactTable.class));
        drop.header(
                FactTable.ACCOUNTS,
                "account_id,receivable_type,currency,opened_on,debtor_id,time_zone,credit_limit,x_score,known_at");
        drop.header(FactTable.INVOICES, "invoice_id,account_id,issued_on,due_on,amount,kind,currency,known_at");
        drop.header(
                FactTable.PAYMENTS, "payment_id,account_id,paid_on,amount,kind,reverses,invoice_id,method,known_at");
        drop.header(
                FactTable.CONTACTS,
                "contact_id,account_id,decided_on,at,action,channel,outcome,right_party,cost,talk_seconds,propensity");
        drop.header(FactTable.PROMISES, "promise_id,account_id,contact_id,made_on,due_on,amount");
        drop.header(FactTable.DISPUTES, "dispute_id,account_id,invoice_id,opened_on,closed_on,resolution,reason");
        drop.header(FactTable.CONSENTS, "account_id,channel,granted,effective_at,known_at");
        drop.header(FactTable.FLAGS, "account_id,flag,from_on,to_on");
        int accounts = 2 + random.nextInt(3);
        for (int i = 0; i < accounts; i++) {
            drop.account(prefix + i, random.nextInt(CURRENCIES.length), "20%02d".formatted(10 + random.nextInt(15)));
        }
        return drop;
    }

    private void header(FactTable table, String columns) {
        tables.put(table, new ArrayList<>(List.of(new ArrayList<>(List.of(columns.split(","))))));
    }

    private void row(FactTable table, String cells) {
        List<String> row = new ArrayList<>(List.of(cells.split("\\|", -1)));
        tables.get(table).add(row);
    }

    private void account(String id, int money, String year) {
        String amount = AMOUNTS[money];
        String half = HALVES[money].length() > AMOUNTS[money].length() ? HALVES[0].substring(0, 2) : HALVES[money];
        row(
                FactTable.ACCOUNTS,
                "A%s|utility|%s|%s-01-01||Africa/Lagos;UTC|%s|7.5|".formatted(id, CURRENCIES[money], year, amount));
        for (int month = 1; month <= 3; month++) {
            row(
                    FactTable.INVOICES,
                    "I%s-%d|A%s|%s-0%d-01|%s-0%d-28|%s|invoice||"
                            .formatted(id, month, id, year, month, year, month, amount));
            row(
                    FactTable.PAYMENTS,
                    "P%s-%d|A%s|%s-0%d-27|%s|||I%s-%d|card|".formatted(id, month, id, year, month, half, id, month));
        }
        row(
                FactTable.PAYMENTS,
                "R%s|A%s|%s-03-29|%s|reversal|P%s-3||bounced, \"twice\"|%s-04-02T10:00:00.5+01:00"
                        .formatted(id, id, year, half, id, year));
        row(
                FactTable.CONTACTS,
                "C%s-1|A%s|%s-03-01|%s-03-01T09:30:00Z|reminder|sms|delivered|1|0|0|0.25"
                        .formatted(id, id, year, year));
        row(FactTable.CONTACTS, "C%s-2|A%s|%s-03-02||none|none|no_contact||||".formatted(id, id, year));
        row(FactTable.PROMISES, "M%s|A%s|C%s-1|%s-03-03|%s-03-10|%s".formatted(id, id, id, year, year, half));
        row(
                FactTable.DISPUTES,
                "D%s-1|A%s|I%s-1|%s-02-01|%s-02-10|upheld|wrong amount".formatted(id, id, id, year, year));
        row(FactTable.DISPUTES, "D%s-2|A%s||%s-03-01|||two\nlines".formatted(id, id, year));
        row(FactTable.CONSENTS, "A%s|sms|1|%s-01-01|".formatted(id, year));
        row(FactTable.CONSENTS, "A%s|sms|0|%s-02-01T12:00:00Z|".formatted(id, year));
        row(FactTable.FLAGS, "A%s|vulnerable|%s-01-05|%s-02-01".formatted(id, year, year));
    }

    /** Adds the rows of a drop with the same headers. */
    void addAll(SeedDrop more) {
        tables.forEach((table, rows) -> {
            List<List<String>> others = more.tables().get(table);
            rows.addAll(others.subList(1, others.size()));
        });
    }

    /** A table as RFC 4180 text. */
    byte[] csv(FactTable table) {
        return tables.get(table).stream()
                .map(row -> row.stream().map(SeedDrop::quoted).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
