package io.arrears.serving.kpi;

import io.arrears.serving.http.ProblemCode;
import io.arrears.serving.http.ProblemException;
import io.arrears.serving.mart.MartReader;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what the book holds, and whether what is asked for is in it. */
final class KpiBooks {
    /** The plan's own first, then the one most open accounts are in: amounts of two currencies don't compare. */
    private static final String CURRENCIES = "SELECT currency FROM account WHERE bucket <> 'SOLD' GROUP BY currency"
            + " ORDER BY coalesce(currency = CAST(? AS VARCHAR), FALSE) DESC, count_if(open_minor > 0) DESC, currency";

    private static final String TYPES = "SELECT receivable_type FROM account WHERE currency = ?"
            + " GROUP BY receivable_type ORDER BY count(*) DESC, receivable_type";
    private static final String SEGMENTS = "SELECT segment FROM account WHERE currency = ? AND segment IS NOT NULL"
            + " GROUP BY segment ORDER BY count(*) DESC, segment LIMIT 50";
    /** What an empty book is shown in. */
    private static final String FALLBACK = "EUR";

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
        List<@Nullable String> planned = Collections.singletonList(mart.run().strategyCurrency());
        List<String> currencies = mart.list(CURRENCIES, planned, row -> row.getString(1));
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
