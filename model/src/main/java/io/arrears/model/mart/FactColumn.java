package io.arrears.model.mart;

import io.arrears.model.account.Coded;

/**
 * The columns of a fact, in the lake and in the mart's {@code fact} table: the union of the canonical tables' columns,
 * typed. Dates are days since 1970-01-01, timestamps microseconds, money minor units. A column that a table does not
 * have is null.
 */
public enum FactColumn implements Coded {
    ACCOUNT_ID(Type.TEXT),
    /** Which canonical table: {@link io.arrears.model.account.FactTable} code. */
    FACT(Type.TEXT),
    /** The fact's own key, e.g. its payment_id. */
    KEY(Type.TEXT),
    EVENT_DAY(Type.INT),
    KNOWN_US(Type.LONG),
    DEBTOR_ID(Type.TEXT),
    RECEIVABLE_TYPE(Type.TEXT),
    CURRENCY(Type.TEXT),
    PARTY(Type.TEXT),
    JURISDICTION(Type.TEXT),
    TIME_ZONE(Type.TEXT),
    SEGMENT(Type.TEXT),
    CREDIT_LIMIT_MINOR(Type.LONG),
    PREFERRED_CHANNEL(Type.TEXT),
    INVOICE_ID(Type.TEXT),
    DUE_DAY(Type.INT),
    AMOUNT_MINOR(Type.LONG),
    KIND(Type.TEXT),
    REVERSES(Type.TEXT),
    METHOD(Type.TEXT),
    AT_US(Type.LONG),
    ACTION(Type.TEXT),
    CHANNEL(Type.TEXT),
    CONTACT_WINDOW(Type.TEXT),
    DIRECTION(Type.TEXT),
    OUTCOME(Type.TEXT),
    RIGHT_PARTY(Type.INT),
    COMPLAINT(Type.INT),
    COST_MINOR(Type.LONG),
    AGENT_ID(Type.TEXT),
    TALK_SECONDS(Type.INT),
    PROPENSITY(Type.DOUBLE),
    CONTACT_ID(Type.TEXT),
    CLOSED_DAY(Type.INT),
    RESOLUTION(Type.TEXT),
    REASON(Type.TEXT),
    GRANTED(Type.INT),
    EFFECTIVE_US(Type.LONG),
    FLAG(Type.TEXT),
    TO_DAY(Type.INT),
    /** The {@code x_} and {@code audit_} columns as one JSON object of strings, keys sorted. */
    ATTRIBUTES(Type.TEXT);

    /** The type of a column in the lake and in the mart. */
    public enum Type {
        TEXT("VARCHAR"),
        INT("INTEGER"),
        LONG("BIGINT"),
        DOUBLE("DOUBLE");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        /** The type's name in SQL. */
        public String sql() {
            return sql;
        }
    }

    private final Type type;

    FactColumn(Type type) {
        this.type = type;
    }

    public Type type() {
        return type;
    }
}
