package io.arrears.pipeline.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.pipeline.history.ReasonCount;
import io.arrears.pipeline.history.Reconciliation;
import io.arrears.pipeline.history.TableCount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counts of one task of an intake; written as JSON, read back and summed by the driver. Not thread-safe. */
final class IntakeTotals {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int READ = 0;
    private static final int ACCEPTED = 1;
    private static final int REPEATED = 2;
    private static final int REJECTED = 3;

    /** What JSON holds. Tables: read, accepted, repeated, rejected. Money: opening, billed, paid, adjusted, closing. */
    record Document(
            Map<String, long[]> tables,
            Map<String, Map<String, Example>> reasons,
            Map<String, BigInteger[]> money,
            long facts,
            int firstDay,
            int lastDay) {}

    /** How often, and where first. */
    record Example(long count, long origin, String text) {
        Example plus(Example other) {
            Example first = other.origin() < origin ? other : this;
            return new Example(count + other.count(), first.origin(), first.text());
        }
    }

    private final Map<String, long[]> tables = new TreeMap<>();
    private final Map<String, Map<String, Example>> reasons = new TreeMap<>();
    /** Books of accounts near the limit of amounts come to more than a long holds. */
    private final Map<String, BigInteger[]> money = new TreeMap<>();

    private long facts;
    private int firstDay = Integer.MAX_VALUE;
    private int lastDay = Integer.MIN_VALUE;

    void accepted(FactTable table) {
        count(table.code(), ACCEPTED);
    }

    void repeated(FactTable table) {
        count(table.code(), REPEATED);
    }

    void rejected(FactTable table, Rejected row) {
        count(table.code(), REJECTED);
        String where = row.column() == null ? "" : ", column " + row.column();
        String text = "%s line %d%s: %s"
                .formatted(row.file(), Origin.unpack(row.origin()).line(), where, row.message());
        reasons.computeIfAbsent(table.code(), t -> new TreeMap<>())
                .merge(row.reason(), new Example(1, row.origin(), text), Example::plus);
    }

    private void count(String table, int outcome) {
        long[] counts = tables.computeIfAbsent(table, t -> new long[REJECTED + 1]);
        counts[READ]++;
        counts[outcome]++;
    }

    void fact(Fact fact) {
        facts++;
        firstDay = Math.min(firstDay, fact.eventDay());
        lastDay = Math.max(lastDay, fact.eventDay());
    }

    void money(String currency, AccountMoney before, AccountMoney after) {
        long[] amounts = {
            before.balanceMinor(),
            after.billedMinor() - before.billedMinor(),
            after.paidMinor() - before.paidMinor(),
            after.adjustedMinor() - before.adjustedMinor(),
            after.balanceMinor()
        };
        BigInteger[] exact =
                Arrays.stream(amounts).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
        money.merge(currency, exact, IntakeTotals::sum);
    }

    void write(Path file) throws IOException {
        Files.write(file, JSON.writeValueAsBytes(new Document(tables, reasons, money, facts, firstDay, lastDay)));
    }

    void add(Path file) {
        try {
            Document more = JSON.readValue(Files.readAllBytes(file), Document.class);
            more.tables().forEach((table, counts) -> tables.merge(table, counts, IntakeTotals::sum));
            more.reasons().forEach((table, byReason) -> {
                Map<String, Example> mine = reasons.computeIfAbsent(table, t -> new TreeMap<>());
                byReason.forEach((reason, example) -> mine.merge(reason, example, Example::plus));
            });
            more.money().forEach((currency, sums) -> money.merge(currency, sums, IntakeTotals::sum));
            facts += more.facts();
            firstDay = Math.min(firstDay, more.firstDay());
            lastDay = Math.max(lastDay, more.lastDay());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BigInteger[] sum(BigInteger[] one, BigInteger[] other) {
        BigInteger[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] = sum[i].add(other[i]);
        }
        return sum;
    }

    private static long[] sum(long[] one, long[] other) {
        long[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.addExact(sum[i], other[i]);
        }
        return sum;
    }

    long facts() {
        return facts;
    }

    int firstDay() {
        return firstDay;
    }

    int lastDay() {
        return lastDay;
    }

    /** One row per table that had rows, in the tables' order. */
    List<TableCount> tableCounts() {
        List<TableCount> counts = new ArrayList<>();
        for (FactTable table : FactTable.values()) {
            long[] of = tables.get(table.code());
            if (of != null) {
                counts.add(new TableCount(table.code(), of[READ], of[ACCEPTED], of[REPEATED], of[REJECTED]));
            }
        }
        return counts;
    }

    List<ReasonCount> reasonCounts() {
        List<ReasonCount> counts = new ArrayList<>();
        for (FactTable table : FactTable.values()) {
            reasons.getOrDefault(table.code(), Map.of())
                    .forEach((reason, example) ->
                            counts.add(new ReasonCount(table.code(), reason, example.count(), example.text())));
        }
        return counts;
    }

    /** @throws InputRejected when the book of a currency comes to more than a long holds */
    List<Reconciliation> reconciliation() {
        List<Reconciliation> rows = new ArrayList<>();
        money.forEach((currency, exact) -> {
            long[] sums = Arrays.stream(exact)
                    .mapToLong(sum -> checked(currency, sum))
                    .toArray();
            rows.add(new Reconciliation(currency, sums[0], sums[1], sums[2], sums[3], sums[4]));
        });
        return rows;
    }

    private static long checked(String currency, BigInteger sum) {
        if (sum.bitLength() >= Long.SIZE) {
            throw InputRejected.because(List.of(
                    "the book in %s comes to %d minor units, the limit is %d: check the amounts, or split the book"
                            .formatted(currency, sum, Long.MAX_VALUE)));
        }
        return sum.longValue();
    }
}
