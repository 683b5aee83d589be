package io.arrears.serving.book;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.FactRow;
import io.arrears.serving.mart.MartReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads facts from the mart's fact table. */
final class FactSql {
    private static final FactColumn[] COLUMNS = FactColumn.values();
    private static final String SELECT = Arrays.stream(COLUMNS)
            .map(FactColumn::code)
            .collect(Collectors.joining(", ", "SELECT ", " FROM fact WHERE account_id = ?"));
    private static final String SELECT_MANY = Arrays.stream(COLUMNS)
            .map(FactColumn::code)
            .collect(Collectors.joining(
                    ", ",
                    "SELECT ",
                    " FROM fact WHERE account_id IN (SELECT unnest(string_split(?, chr(10)))) ORDER BY account_id"));

    private FactSql() {}

    /** Every version of every fact of an account; none when it is unknown. */
    static List<Fact> list(MartReader mart, AccountId id) {
        return mart.list(SELECT, List.of(id.value()), FactSql::fact);
    }

    /** The same for many accounts at once; unknown ones are absent. */
    static Map<AccountId, List<Fact>> listMany(MartReader mart, Collection<AccountId> ids) {
        // Ids hold no control characters, so a line each is unambiguous.
        String lines = ids.stream().map(AccountId::value).collect(Collectors.joining("\n"));
        return mart.query(SELECT_MANY, List.of(lines), rows -> {
            Map<AccountId, List<Fact>> facts = new LinkedHashMap<>();
            while (rows.next()) {
                AccountId id = new AccountId(rows.getString(1));
                facts.computeIfAbsent(id, key -> new ArrayList<>()).add(fact(rows));
            }
            return facts;
        });
    }

    private static Fact fact(ResultSet row) throws SQLException {
        FactRow fact = new FactRow();
        for (int i = 0; i < COLUMNS.length; i++) {
            fact.set(COLUMNS[i], cell(row, i + 1, COLUMNS[i].type()));
        }
        return FactCodec.toFact(fact);
    }

    private static @Nullable Object cell(ResultSet row, int at, FactColumn.Type type) throws SQLException {
        Object value = switch (type) {
            case TEXT -> row.getString(at);
            case INT -> (Object) row.getInt(at);
            case LONG -> (Object) row.getLong(at);
            case DOUBLE -> (Object) row.getDouble(at);
        };
        return row.wasNull() ? null : value;
    }
}
