package io.arrears.pipeline.ingest;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Coded;
import io.arrears.model.account.Consent;
import io.arrears.model.account.Contact;
import io.arrears.model.account.Days;
import io.arrears.model.account.Dispute;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.Flag;
import io.arrears.model.account.Invoice;
import io.arrears.model.account.MessyFacts;
import io.arrears.model.account.Money;
import io.arrears.model.account.Payment;
import io.arrears.model.account.Promise;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** A messy little book as source rows, which can be written as drops in many orders and shapes. */
public record MessyDrop(List<SourceLine> lines) {
    private static final Currency EURO = Currency.getInstance("EUR");

    /** One row of a canonical table. */
    public record SourceLine(FactTable table, long knownMicros, Map<String, String> cells) {}

    /** The rows of so many accounts, some of them against the rules. */
    public static MessyDrop of(long seed, int accounts) {
        return of(accounts, id -> MessyFacts.of(seed, id));
    }

    /** The rows of so many accounts, all within the rules. */
    public static MessyDrop lawful(long seed, int accounts) {
        return of(accounts, id -> MessyFacts.lawful(seed, id));
    }

    private static MessyDrop of(int accounts, Function<AccountId, List<Fact>> facts) {
        List<SourceLine> lines = new ArrayList<>();
        for (int number = 0; number < accounts; number++) {
            AccountId id = new AccountId("A%03d".formatted(number));
            facts.apply(id).forEach(fact -> lines.add(line(id, fact)));
        }
        return new MessyDrop(lines);
    }

    /** The rows of some tables, and the others. */
    public List<MessyDrop> split(Set<FactTable> tables) {
        Map<Boolean, List<SourceLine>> parts =
                lines.stream().collect(Collectors.partitioningBy(line -> tables.contains(line.table())));
        return List.of(new MessyDrop(parts.get(true)), new MessyDrop(parts.get(false)));
    }

    /** The same rows in another order. */
    public MessyDrop shuffled(long seed) {
        List<SourceLine> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(seed));
        return new MessyDrop(shuffled);
    }

    /** The same rows over several drops, in the order in which they became known; equal known times stay together. */
    public List<MessyDrop> byKnownTime(int drops) {
        List<SourceLine> sorted = new ArrayList<>(lines);
        sorted.sort((a, b) -> Long.compare(a.knownMicros(), b.knownMicros()));
        List<List<SourceLine>> parts = new ArrayList<>();
        long last = Long.MIN_VALUE;
        for (SourceLine line : sorted) {
            boolean full = parts.isEmpty() || parts.get(parts.size() - 1).size() >= lines.size() / drops;
            if (full && line.knownMicros() != last) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(line);
            last = line.knownMicros();
        }
        return parts.stream().map(MessyDrop::new).toList();
    }

    /** Writes {@code <table>.csv} files, columns in an order of their own. */
    public Path csv(Path folder, long seed) {
        return delimited(folder, seed, ".csv");
    }

    public Path gzip(Path folder, long seed) {
        return delimited(folder, seed, ".csv.gz");
    }

    private Path delimited(Path folder, long seed, String suffix) {
        DropFolder drop = DropFolder.create(folder);
        byTable().forEach((table, rows) -> {
            List<String> columns = columns(rows, seed);
            List<String> text = new ArrayList<>();
            text.add(String.join(",", columns));
            for (Map<String, String> row : rows) {
                text.add(columns.stream()
                        .map(column -> row.getOrDefault(column, ""))
                        .collect(Collectors.joining(",")));
            }
            if (suffix.endsWith(".gz")) {
                drop.gzipped(table.code() + suffix, text.toArray(String[]::new));
            } else {
                drop.file(table.code() + suffix, text.toArray(String[]::new));
            }
        });
        return folder;
    }

    /** Writes each table as a folder of so many Parquet files. */
    public Path parquet(Path folder, long seed, SparkSession spark, int files) {
        byTable().forEach((table, rows) -> {
            List<String> columns = columns(rows, seed);
            StructType schema = new StructType();
            for (String column : columns) {
                schema = schema.add(column, DataTypes.StringType);
            }
            List<Row> values = rows.stream()
                    .map(row -> RowFactory.create(columns.stream().map(row::get).toArray()))
                    .toList();
            spark.createDataFrame(values, schema)
                    .repartition(files)
                    .write()
                    .parquet(folder.resolve(table.code() + ".parquet").toUri().toString());
        });
        return folder;
    }

    private Map<FactTable, List<Map<String, String>>> byTable() {
        return lines.stream()
                .collect(Collectors.groupingBy(
                        SourceLine::table,
                        LinkedHashMap::new,
                        Collectors.mapping(SourceLine::cells, Collectors.toList())));
    }

    private static List<String> columns(Collection<Map<String, String>> rows, long seed) {
        Set<String> all = new LinkedHashSet<>();
        rows.forEach(row -> all.addAll(row.keySet()));
        List<String> columns = new ArrayList<>(all);
        Collections.sort(columns);
        Collections.shuffle(columns, new Random(seed));
        return columns;
    }

    private static SourceLine line(AccountId id, Fact fact) {
        Cellar cells = new Cellar().put("account_id", id.value()).put("known_at", Days.instant(fact.knownMicros()));
        if (fact instanceof Account account) {
            account(cells, account);
        } else if (fact instanceof Invoice invoice) {
            cells.put("invoice_id", invoice.id())
                    .day("issued_on", invoice.issuedDay())
                    .day("due_on", invoice.dueDay())
                    .money("amount", invoice.amountMinor());
        } else if (fact instanceof Payment payment) {
            cells.put("payment_id", payment.id())
                    .day("paid_on", payment.paidDay())
                    .money("amount", payment.amountMinor())
                    .code("kind", payment.kind())
                    .put("invoice_id", payment.invoiceId())
                    .put("reverses", payment.reverses())
                    .put("method", payment.method());
        } else if (fact instanceof Contact contact) {
            contact(cells, contact);
        } else if (fact instanceof Promise promise) {
            cells.put("promise_id", promise.id())
                    .day("made_on", promise.madeDay())
                    .day("due_on", promise.dueDay())
                    .money("amount", promise.amountMinor());
        } else if (fact instanceof Dispute dispute) {
            cells.put("dispute_id", dispute.id())
                    .day("opened_on", dispute.openedDay())
                    .day("closed_on", dispute.closedDay())
                    .code("resolution", dispute.resolution());
        } else if (fact instanceof Consent consent) {
            cells.code("channel", consent.channel())
                    .put("granted", consent.granted() ? 1 : 0)
                    .put("effective_at", Days.instant(consent.effectiveMicros()));
        } else if (fact instanceof Flag flag) {
            cells.code("flag", flag.kind()).day("from_on", flag.fromDay()).day("to_on", flag.toDay());
        }
        return new SourceLine(fact.table(), fact.knownMicros(), cells.values);
    }

    private static void account(Cellar cells, Account account) {
        Long limit = account.profile().creditLimitMinor();
        cells.code("receivable_type", account.type())
                .put("currency", account.currency())
                .day("opened_on", account.openedDay())
                .put("segment", account.profile().segment())
                .code("preferred_channel", account.profile().preferredChannel());
        if (limit != null) {
            cells.money("credit_limit", limit);
        }
        account.attributes().forEach(cells::put);
    }

    private static void contact(Cellar cells, Contact contact) {
        Long at = contact.atMicros();
        cells.put("contact_id", contact.id())
                .day("decided_on", contact.decidedDay())
                .put("at", at == null ? null : Days.instant(at))
                .put("action", contact.arm().action())
                .code("channel", contact.arm().channel())
                .code("outcome", contact.result().outcome())
                .put("right_party", contact.result().rightParty() ? 1 : 0);
    }

    /** Cells under construction; absent values leave no cell. */
    private static final class Cellar {
        private final Map<String, String> values = new LinkedHashMap<>();

        Cellar put(String column, @Nullable Object value) {
            if (value != null) {
                values.put(column, Objects.toString(value));
            }
            return this;
        }

        Cellar code(String column, @Nullable Coded value) {
            return put(column, value == null ? null : value.code());
        }

        Cellar day(String column, @Nullable Integer day) {
            return put(column, day == null ? null : Days.date(day));
        }

        Cellar money(String column, long minor) {
            return put(column, Money.decimal(minor, EURO).toPlainString());
        }
    }
}
