package io.arrears.serving.kpi;

import io.arrears.model.account.Money;
import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import io.arrears.serving.mart.MartReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what the book holds, and whether what is asked for is in it. */
final class KpiBooks {
    private static final String CURRENCIES = "SELECT currency, CAST(sum(open_minor) AS BIGINT) AS open_minor"
            + " FROM account WHERE bucket <> 'SOLD' GROUP BY currency ORDER BY currency";
    private static final String TYPES = "SELECT receivable_type FROM account WHERE currency = ?"
            + " GROUP BY receivable_type ORDER BY count(*) DESC, receivable_type";
    private static final String SEGMENTS = "SELECT segment FROM account WHERE currency = ? AND segment IS NOT NULL"
            + " GROUP BY segment ORDER BY count(*) DESC, segment LIMIT 50";
    /** What an empty book is shown in. */
    private static final String FALLBACK = "EUR";

    private record Holding(String currency, BigDecimal open) {}

    private KpiBooks() {}

    /**
     * The book as asked for; a null currency means the default.
     *
     * @throws ProblemException invalid_parameter, naming what the book holds
     */
    static KpiBook read(MartReader mart, @Nullable String currency, @Nullable String type, @Nullable String segment) {
        List<String> currencies = currencies(mart);
        String asked = currency == null ? currencies.get(0) : currency;
        check("currency", asked, currencies);
        List<String> types = mart.list(TYPES, List.of(asked), row -> row.getString(1));
        List<String> segments = mart.list(SEGMENTS, List.of(asked), row -> row.getString(1));
        check("receivable_type", type, types);
        check("segment", segment, segments);
        return new KpiBook(mart.run(), new KpiSlice(asked, type, segment), currencies, types, segments);
    }

    private static List<String> currencies(MartReader mart) {
        List<Holding> holdings = new ArrayList<>(mart.list(
                CURRENCIES,
                List.of(),
                row -> new Holding(
                        row.getString(1), Money.decimal(row.getLong(2), Currency.getInstance(row.getString(1))))));
        holdings.sort(Comparator.comparing(Holding::open).reversed());
        List<String> currencies = holdings.stream().map(Holding::currency).toList();
        return currencies.isEmpty() ? List.of(FALLBACK) : currencies;
    }

    private static void check(String field, @Nullable String value, List<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER,
                    "%s is none the book holds in this currency: use one of %s".formatted(field, allowed));
        }
    }
}
