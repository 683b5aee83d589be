package io.arrears.serving.mart;

import io.arrears.model.account.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Reads nullable and typed columns of the current row. */
public record Row(ResultSet cells) {
    public String getText(String column) throws SQLException {
        return cells.getString(column);
    }

    public @Nullable String findText(String column) throws SQLException {
        return cells.getString(column);
    }

    public @Nullable Double findDouble(String column) throws SQLException {
        double value = cells.getDouble(column);
        return cells.wasNull() || !Double.isFinite(value) ? null : (Double) value;
    }

    /** A UTC timestamp. */
    public @Nullable Instant findInstant(String column) throws SQLException {
        LocalDateTime time = cells.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    /** Whole minor units as an exact amount of {@code currency}. */
    public @Nullable BigDecimal findAmount(String column, Currency currency) throws SQLException {
        long minor = cells.getLong(column);
        return cells.wasNull() ? null : Money.decimal(minor, currency);
    }

    /** A fractional expectation in minor units as an amount of {@code currency}, rounded to minor units. */
    public @Nullable BigDecimal findExpectation(String column, Currency currency) throws SQLException {
        Double minor = findDouble(column);
        return minor == null ? null : Money.decimal(minor, currency);
    }
}
