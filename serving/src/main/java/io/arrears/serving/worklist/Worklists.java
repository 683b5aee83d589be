package io.arrears.serving.worklist;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Coded;
import io.arrears.model.account.Money;
import io.arrears.serving.book.Book;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.mart.MartReader;
import io.arrears.serving.mart.Row;
import io.arrears.serving.mart.RunInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads work lists from the plan in force, less the accounts about which something came in since, and those whose window is
 * over.
 */
final class Worklists {
    static final List<String> COLUMNS = List.of(
            "rank",
            "account_id",
            "action",
            "channel",
            "window",
            "net_value",
            "price_paid",
            "propensity",
            "not_before",
            "not_after",
            "hold_reason",
            "runner_up",
            "runner_up_gap",
            "receivable_type",
            "segment",
            "currency",
            "open_balance",
            "past_due_amount",
            "days_past_due",
            "pay_probability_30d",
            "reason");

    private static final String FROM = """
             FROM plan p JOIN account a USING (account_id)
              LEFT JOIN score s USING (account_id)
              LEFT JOIN reason r ON r.account_id = p.account_id AND r.rank = 1
             WHERE (? = 'all' AND p.action <> 'none' OR p.channel = ? OR p.action = ?)
               AND (? IS NULL OR a.receivable_type = ?)
               AND (? IS NULL OR a.segment = ?)
               AND (? IS NULL OR p.net_value_minor >= ?)
               AND p.account_id NOT IN (SELECT unnest(string_split(?, chr(10))))
               AND (p.not_after IS NULL OR p.not_after > make_timestamp(?))
            """;
    private static final String PAGE = """
            SELECT p.*, a.receivable_type, a.segment, a.currency, a.open_minor, a.past_due_minor, a.days_past_due,
                   s.pay_probability_30d, r.text AS reason
            """ + FROM + " AND p.rank > ? ORDER BY p.rank LIMIT ?";
    private static final String COUNT = "SELECT count(*)" + FROM;

    private final Mart mart;
    private final Book book;

    Worklists(Mart mart, Book book) {
        this.mart = mart;
        this.book = book;
    }

    /**
     * @throws ProblemException unknown_queue when the plan has no such queue
     */
    WorklistPage get(WorklistQuery query) {
        // Ids hold no control characters, so a line each is unambiguous.
        String withdrawn = book.listWithdrawn().stream().map(AccountId::value).collect(Collectors.joining("\n"));
        return mart.read(reader -> {
            checkQueue(reader, query.queue());
            Currency currency = planCurrency(reader);
            List<@Nullable Object> filters = filters(query, currency);
            filters.add(withdrawn);
            filters.add(book.answerMicros());
            List<@Nullable Object> paged = new ArrayList<>(filters);
            paged.add(query.after());
            paged.add(query.limit() + 1);
            List<Map<String, @Nullable Object>> rows = reader.list(PAGE, paged, cells -> row(cells, currency));
            boolean more = rows.size() > query.limit();
            List<Map<String, @Nullable Object>> page = more ? rows.subList(0, query.limit()) : rows;
            long total = reader.find(COUNT, filters, cells -> cells.getLong(1)).orElse(0L);
            return new WorklistPage(
                    reader.run().runId(),
                    reader.run().asOf(),
                    query.queue(),
                    reader.run().strategyCurrency(),
                    total,
                    page,
                    more ? (Integer) page.get(page.size() - 1).get("rank") : null);
        });
    }

    private static Currency planCurrency(MartReader reader) {
        String code = reader.run().strategyCurrency();
        if (code == null) {
            throw new ProblemException(
                    ProblemCode.NO_STRATEGY, "the run in force was published without a plan: run './arrears run'");
        }
        return Currency.getInstance(code);
    }

    private static void checkQueue(MartReader reader, String queue) {
        boolean known = queue.equals(WorklistQuery.ALL)
                || Coded.find(Channel.class, queue).isPresent()
                || reader.find("SELECT 1 FROM plan WHERE action = ? LIMIT 1", List.of(queue), row -> row.getInt(1))
                        .isPresent()
                || isActionOfTheStrategy(reader.run(), queue);
        if (!known) {
            throw new ProblemException(
                    ProblemCode.UNKNOWN_QUEUE,
                    "use all, a channel (%s) or an action of the strategy".formatted(Coded.codes(Channel.class)));
        }
    }

    /** An action nobody was given today is an empty queue. */
    private static boolean isActionOfTheStrategy(RunInfo run, String queue) {
        return run.findStrategy().stream()
                .flatMap(strategy -> strategy.arms().stream())
                .anyMatch(arm -> arm.arm().action().equals(queue));
    }

    private static List<@Nullable Object> filters(WorklistQuery query, Currency currency) {
        Double least = query.minValue() == null
                ? null
                : (Double) query.minValue()
                        .movePointRight(Money.decimals(currency))
                        .doubleValue();
        List<@Nullable Object> filters = new ArrayList<>();
        for (Object value : new @Nullable Object[] {
            query.queue(),
            query.queue(),
            query.queue(),
            query.receivableType(),
            query.receivableType(),
            query.segment(),
            query.segment(),
            least,
            least
        }) {
            filters.add(value);
        }
        return filters;
    }

    private static Map<String, @Nullable Object> row(ResultSet cells, Currency planCurrency) throws SQLException {
        Row row = new Row(cells);
        Currency currency = Currency.getInstance(row.getText("currency"));
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("rank", cells.getInt("rank"));
        out.put("account_id", row.getText("account_id"));
        out.put("action", row.getText("action"));
        out.put("channel", row.getText("channel"));
        out.put("window", row.getText("contact_window"));
        out.put("net_value", row.findExpectation("net_value_minor", planCurrency));
        out.put("price_paid", row.findExpectation("price_paid_minor", planCurrency));
        out.put("propensity", row.findDouble("propensity"));
        out.put("not_before", row.findInstant("not_before"));
        out.put("not_after", row.findInstant("not_after"));
        out.put("hold_reason", row.findText("hold_reason"));
        out.put("runner_up", row.findText("runner_up"));
        out.put("runner_up_gap", row.findExpectation("runner_up_gap_minor", planCurrency));
        out.put("receivable_type", row.getText("receivable_type"));
        out.put("segment", row.findText("segment"));
        out.put("currency", currency.getCurrencyCode());
        out.put("open_balance", row.findAmount("open_minor", currency));
        out.put("past_due_amount", row.findAmount("past_due_minor", currency));
        out.put("days_past_due", cells.getInt("days_past_due"));
        out.put("pay_probability_30d", row.findDouble("pay_probability_30d"));
        out.put("reason", row.findText("reason"));
        return out;
    }
}
