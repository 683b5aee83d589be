package io.arrears.pipeline.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrears.model.account.FactTable;
import io.arrears.model.mart.FactColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What ingest.md says becomes of the rows of drop after drop: a list of facts that is searched from its start for
 * every question. The obvious twin of the product's intake.
 */
final class ContractBook {
    private static final Map<String, String> KEYS = Map.of(
            "accounts", "account_id",
            "invoices", "invoice_id",
            "payments", "payment_id",
            "contacts", "contact_id",
            "promises", "promise_id",
            "disputes", "dispute_id",
            "consents", "effective_at",
            "flags", "from_on");

    private final List<Map<String, String>> facts = new ArrayList<>();
    private final Set<String> foreign = new TreeSet<>();

    /** A rejected row: any of these reasons, by column ("" stands for the whole row), is right. */
    record Rejection(FactTable table, int line, Map<String, Set<String>> faults, Map<String, String> values) {}

    /** What a drop should come to. */
    record Outcome(List<Map<String, String>> added, Map<String, Rejection> rejected, Map<String, int[]> counts) {
        static final int ACCEPTED = 0;
        static final int REPEATED = 1;
        static final int REJECTED = 2;

        void count(FactTable table, int what) {
            counts.computeIfAbsent(table.code(), any -> new int[3])[what]++;
        }
    }

    private record Waiting(FactTable table, int line, ContractCells cells) {}

    /** What a row says, by which the rows of a table are taken in. */
    private record Said(Waiting row, boolean reversal, long known, String key, String content) {
        static final Comparator<Said> ORDER = Comparator.comparing(Said::reversal)
                .thenComparingLong(Said::known)
                .thenComparing(Said::key)
                .thenComparing(Said::content);
    }

    private Outcome outcome = new Outcome(List.of(), Map.of(), Map.of());

    /**
     * Takes a drop in, over again as long as there are keys that another account has: in the lake, or in the drop under
     * a smaller id. (Ids of the tests are ASCII, of which Java's order is the right one.)
     */
    Outcome takeOwnKeysOnly(Map<FactTable, List<ContractCsv.Record>> drop) {
        List<Map<String, String>> before = List.copyOf(facts);
        foreign.clear();
        Outcome taken = take(drop);
        while (foreign.addAll(foreignKeys(before, taken.added()))) {
            facts.clear();
            facts.addAll(before);
            taken = take(drop);
        }
        return taken;
    }

    private static Set<String> foreignKeys(List<Map<String, String>> before, List<Map<String, String>> added) {
        Map<String, TreeSet<String>> inLake = new HashMap<>();
        before.forEach(fact ->
                inLake.computeIfAbsent(name(fact), any -> new TreeSet<>()).add(fact.get("account_id")));
        Map<String, TreeSet<String>> inDrop = new HashMap<>();
        added.forEach(fact ->
                inDrop.computeIfAbsent(name(fact), any -> new TreeSet<>()).add(fact.get("account_id")));
        Set<String> foreign = new TreeSet<>();
        inDrop.forEach((name, accounts) -> {
            Set<String> owners = inLake.getOrDefault(name, new TreeSet<>(Set.of(accounts.first())));
            accounts.stream()
                    .filter(account -> !owners.contains(account) && !name.matches("(accounts|consents|flags) .*"))
                    .forEach(account -> foreign.add(name + " " + account));
        });
        return foreign;
    }

    private static String name(Map<String, String> fact) {
        return fact.get("fact") + " " + fact.get("key");
    }

    /** Takes a drop in; a table's records start with its header. */
    Outcome take(Map<FactTable, List<ContractCsv.Record>> drop) {
        outcome = new Outcome(new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
        for (FactTable table : FactTable.values()) {
            List<ContractCsv.Record> records = drop.getOrDefault(table, List.of());
            List<Said> rows = new ArrayList<>();
            for (ContractCsv.Record row : records.subList(Math.min(1, records.size()), records.size())) {
                read(table, records.get(0).fields(), row).ifPresent(rows::add);
            }
            rows.stream().sorted(Said.ORDER).forEach(said -> take(said.row()));
        }
        return outcome;
    }

    private Optional<Said> read(FactTable table, List<String> header, ContractCsv.Record row) {
        String fault = row.fault() == null && row.fields().size() != header.size() ? "wrong_field_count" : row.fault();
        if (fault != null) {
            reject(table, row.line(), Map.of("", Set.of(fault)), Map.of());
            return Optional.empty();
        }
        Waiting waiting = new Waiting(table, row.line(), new ContractCells(header, row.fields()));
        ContractCells cells = new ContractCells(header, row.fields());
        boolean reversal = table == FactTable.PAYMENTS && "reversal".equals(cells.text("kind"));
        List<Map<String, String>> stated = ContractRows.read(table, cells, currency(cells));
        if (!cells.faults().isEmpty()) {
            return Optional.of(new Said(waiting, reversal, Long.MIN_VALUE, "", ""));
        }
        StringBuilder content = new StringBuilder().append(stated.size());
        for (Map<String, String> fact : stated) {
            for (FactColumn column : FactColumn.values()) {
                content.append(column == FactColumn.ATTRIBUTES ? json(cells) : fact.getOrDefault(column.code(), ""));
                content.append('\0');
            }
        }
        Map<String, String> first = stated.get(0);
        return Optional.of(
                new Said(waiting, reversal, number(first, "known_us"), first.get("key"), content.toString()));
    }

    private static String json(ContractCells cells) {
        try {
            return cells.attributes().isEmpty() ? "" : new ObjectMapper().writeValueAsString(cells.attributes());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private String currency(ContractCells cells) {
        Map<String, String> account = latest(cells.text("account_id"), FactTable.ACCOUNTS, cells.text("account_id"));
        return account == null ? "EUR" : account.get("currency");
    }

    private void take(Waiting row) {
        ContractCells cells = row.cells();
        Map<String, String> account = latest(cells.text("account_id"), FactTable.ACCOUNTS, cells.text("account_id"));
        if (account == null && row.table() != FactTable.ACCOUNTS) {
            cells.fault("account_id", "unknown_account");
        }
        List<Map<String, String>> stated = ContractRows.read(row.table(), cells, currency(cells));
        if (cells.faults().isEmpty()
                && foreign.contains(name(stated.get(0)) + " " + stated.get(0).get("account_id"))) {
            cells.fault(KEYS.get(row.table().code()), "duplicate_key");
        }
        if (cells.faults().isEmpty()) {
            checkAgainstBook(row.table(), cells, stated.get(0), account);
        }
        List<Map<String, String>> news = new ArrayList<>();
        if (cells.faults().isEmpty()) {
            stated.stream().filter(fact -> isNew(fact, cells)).forEach(news::add);
        }
        if (!cells.faults().isEmpty()) {
            Map<String, String> values = new HashMap<>();
            cells.faults().keySet().forEach(column -> values.put(column, cells.text(column)));
            reject(row.table(), row.line(), cells.faults(), values);
            return;
        }
        facts.addAll(news);
        outcome.added().addAll(news);
        outcome.count(row.table(), news.isEmpty() ? Outcome.REPEATED : Outcome.ACCEPTED);
    }

    private void reject(FactTable table, int line, Map<String, Set<String>> faults, Map<String, String> values) {
        outcome.rejected().put(table.code() + ":" + line, new Rejection(table, line, faults, values));
        outcome.count(table, Outcome.REJECTED);
    }

    private void checkAgainstBook(
            FactTable table, ContractCells cells, Map<String, String> fact, @Nullable Map<String, String> account) {
        if (table == FactTable.ACCOUNTS
                && account != null
                && !account.get("currency").equals(fact.get("currency"))) {
            cells.fault("currency", "other_currency");
        }
        String invoice = table == FactTable.PAYMENTS || table == FactTable.DISPUTES ? fact.get("invoice_id") : null;
        if (invoice != null && latest(fact.get("account_id"), FactTable.INVOICES, invoice) == null) {
            cells.fault("invoice_id", "unknown_invoice");
        }
        if (table == FactTable.PAYMENTS) {
            boolean reversal = fact.get("kind").equals("reversal");
            checkReversals(cells, fact, reversal ? fact.get("reverses") : fact.get("key"), reversal);
        }
    }

    private void checkReversals(ContractCells cells, Map<String, String> fact, String original, boolean reversal) {
        String account = fact.get("account_id");
        List<Map<String, String>> reversals = reversals(account, original, fact.get("key"));
        if (reversal) {
            if (!reversals(account, fact.get("key"), "").isEmpty()) {
                cells.fault("kind", "unknown_reverses");
            }
            reversals.add(fact);
        }
        Map<String, String> payment = reversal ? latest(account, FactTable.PAYMENTS, original) : fact;
        if (payment == null
                || payment.get("kind").equals("reversal")
                || original.equals(reversal ? fact.get("key") : "")) {
            cells.fault("reverses", "unknown_reverses");
            return;
        }
        long taken = 0;
        for (Map<String, String> back : reversals) {
            taken += number(back, "amount_minor");
            if (number(back, "event_day") < number(payment, "event_day")) {
                cells.fault("paid_on", "reversal_before_payment");
            }
        }
        if (taken > number(payment, "amount_minor")) {
            cells.fault("amount", "reversal_above_payment");
        }
    }

    private List<Map<String, String>> reversals(String account, String original, String but) {
        Set<String> keys = new TreeSet<>();
        for (Map<String, String> fact : facts) {
            if (fact.get("account_id").equals(account) && original.equals(fact.get("reverses"))) {
                keys.add(fact.get("key"));
            }
        }
        keys.remove(but);
        List<Map<String, String>> reversals = new ArrayList<>();
        for (String key : keys) {
            Map<String, String> payment = latest(account, FactTable.PAYMENTS, key);
            if (payment != null && original.equals(payment.get("reverses"))) {
                reversals.add(payment);
            }
        }
        return reversals;
    }

    private static long number(Map<String, String> fact, String column) {
        return Long.parseLong(fact.get(column));
    }

    private @Nullable Map<String, String> latest(@Nullable String account, FactTable table, @Nullable String key) {
        return inForce(account, table.code(), key, Long.MAX_VALUE);
    }

    private @Nullable Map<String, String> inForce(
            @Nullable String account, String table, @Nullable String key, long known) {
        Map<String, String> latest = null;
        for (Map<String, String> fact : facts) {
            if (fact.get("account_id").equals(account)
                    && fact.get("fact").equals(table)
                    && fact.get("key").equals(key)
                    && number(fact, "known_us") <= known
                    && (latest == null || number(fact, "known_us") > number(latest, "known_us"))) {
                latest = fact;
            }
        }
        return latest;
    }

    private boolean isNew(Map<String, String> fact, ContractCells cells) {
        Map<String, String> inForce =
                inForce(fact.get("account_id"), fact.get("fact"), fact.get("key"), number(fact, "known_us"));
        if (inForce == null || equalBut(inForce, fact, "known_us")) {
            return inForce == null;
        }
        if (inForce.get("known_us").equals(fact.get("known_us"))) {
            cells.fault(KEYS.get(fact.get("fact")), "duplicate_key");
        }
        return true;
    }

    private static boolean equalBut(Map<String, String> one, Map<String, String> other, String column) {
        Map<String, String> a = new TreeMap<>(one);
        Map<String, String> b = new TreeMap<>(other);
        a.remove(column);
        b.remove(column);
        return a.equals(b);
    }
}
