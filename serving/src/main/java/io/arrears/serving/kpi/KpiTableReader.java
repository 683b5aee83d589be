package io.arrears.serving.kpi;

import io.arrears.model.account.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a result into a {@link KpiTable}: a column that ends in {@code _minor} leaves as money without the ending. */
final class KpiTableReader {
    private static final String MINOR = "_minor";

    private final Currency currency;

    KpiTableReader(String currency) {
        this.currency = Currency.getInstance(currency);
    }

    KpiTable read(ResultSet rows) throws SQLException {
        ResultSetMetaData meta = rows.getMetaData();
        List<KpiTable.Column> columns = new ArrayList<>();
        List<Boolean> money = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            String label = meta.getColumnLabel(i);
            boolean minor = label.endsWith(MINOR);
            money.add(minor);
            columns.add(
                    minor
                            ? new KpiTable.Column(label.substring(0, label.length() - MINOR.length()), "money")
                            : new KpiTable.Column(label, type(meta.getColumnTypeName(i))));
        }
        List<List<@Nullable Object>> read = new ArrayList<>();
        while (rows.next()) {
            List<@Nullable Object> row = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                Object value = rows.getObject(i + 1);
                row.add(money.get(i) ? money(value) : plain(value));
            }
            read.add(row);
        }
        return new KpiTable(columns, read);
    }

    private static String type(String sqlType) {
        return switch (sqlType) {
            case "DATE" -> "date";
            case "TIMESTAMP" -> "timestamp";
            case "VARCHAR" -> "text";
            default -> "number";
        };
    }

    private @Nullable BigDecimal money(@Nullable Object minor) {
        if (minor == null) {
            return null;
        }
        return minor instanceof Double fraction
                ? Money.decimal(fraction, currency)
                : Money.decimal(((Number) minor).longValue(), currency);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof LocalDate date) {
            return date.toString();
        }
        if (value instanceof Timestamp time) {
            return time.toLocalDateTime().toInstant(ZoneOffset.UTC).toString();
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? number : null;
        }
        return value instanceof Number number && !(value instanceof BigDecimal) ? (Object) number.longValue() : value;
    }
}
