package io.arrears.model.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in minor units of a currency. Text is parsed exactly, never through a floating-point number; a decimal with
 * more places than the currency has is an error, not a rounding.
 *
 * @param minor amount in minor units: cents for EUR, yen for JPY, fils for KWD
 */
public record Money(long minor, Currency currency) {
    /** The largest amount accepted, in minor units: 900 billion in a currency with cents. */
    public static final long MAX_MINOR = 90_000_000_000_000L;

    /**
     * The most that the amounts of one account may come to, in minor units: sums over an account then fit a long, and a
     * double holds them exactly.
     */
    public static final long MAX_ACCOUNT_MINOR = 100 * MAX_MINOR;

    private static final char LAST_ASCII = 0x7F;

    /**
     * Parses a plain decimal such as {@code 1234.50}: ASCII digits, perhaps a sign, a point, an exponent; blanks around
     * it don't count.
     *
     * @throws IllegalArgumentException when it is no decimal, has too many places, or is beyond {@link #MAX_MINOR}
     */
    public static Money parse(String decimal, Currency currency) {
        BigDecimal amount;
        try {
            amount = plain(decimal.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a decimal amount; write it like 1234.50", e);
        }
        if (amount.precision() > 40 || Math.abs((long) amount.scale()) > 40) {
            throw new IllegalArgumentException("amount has too many digits; the limit is 40");
        }
        BigDecimal minor = amount.movePointRight(decimals(currency));
        if (minor.stripTrailingZeros().scale() > 0) {
            throw new IllegalArgumentException("amount has more than %d decimal places, which %s does not have"
                    .formatted(decimals(currency), currency));
        }
        if (minor.abs().compareTo(BigDecimal.valueOf(MAX_MINOR)) > 0) {
            throw new IllegalArgumentException("amount is beyond the limit of %d minor units".formatted(MAX_MINOR));
        }
        return new Money(minor.longValueExact(), currency);
    }

    /**
     * An exact decimal. Other scripts' digits are none: what a reader can't tell apart must not be money.
     *
     * @throws NumberFormatException when it is no decimal in ASCII
     */
    public static BigDecimal plain(String decimal) {
        for (int i = 0; i < decimal.length(); i++) {
            if (decimal.charAt(i) > LAST_ASCII) {
                throw new NumberFormatException("no ASCII digit at character %d".formatted(i + 1));
            }
        }
        return new BigDecimal(decimal);
    }

    /** Decimal places of the currency; 0 where ISO 4217 defines none. */
    public static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** Plain decimal in currency units, e.g. {@code 1234.50}. */
    public String toDecimal() {
        return decimal(minor, currency).toPlainString();
    }

    /** An amount in minor units as an exact decimal in currency units. */
    public static BigDecimal decimal(long minor, Currency currency) {
        return BigDecimal.valueOf(minor, decimals(currency));
    }

    /** A fractional amount in minor units (an expectation) as currency units, rounded half-even to minor units. */
    public static BigDecimal decimal(double minor, Currency currency) {
        return BigDecimal.valueOf(minor)
                .setScale(0, RoundingMode.HALF_EVEN)
                .movePointLeft(decimals(currency))
                .setScale(decimals(currency));
    }
}
