package io.arrears.pipeline.ingest;

import static io.arrears.pipeline.ingest.SourceColumn.*;

import io.arrears.model.account.Coded;
import io.arrears.model.account.FactTable;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which columns a canonical table has and which it must have (contract, section 1). */
record TableLayout(FactTable table, Set<SourceColumn> required, Set<SourceColumn> optional) {
    static final String ATTRIBUTE_PREFIX = "x_";

    static TableLayout of(FactTable table) {
        return switch (table) {
            case ACCOUNTS ->
                layout(
                        table,
                        EnumSet.of(ACCOUNT_ID, RECEIVABLE_TYPE, CURRENCY, OPENED_ON),
                        EnumSet.of(
                                DEBTOR_ID, PARTY, JURISDICTION, TIME_ZONE, SEGMENT, CREDIT_LIMIT, PREFERRED_CHANNEL));
            case INVOICES ->
                layout(
                        table,
                        EnumSet.of(INVOICE_ID, ACCOUNT_ID, ISSUED_ON, DUE_ON, AMOUNT),
                        EnumSet.of(KIND, CURRENCY));
            case PAYMENTS ->
                layout(
                        table,
                        EnumSet.of(PAYMENT_ID, ACCOUNT_ID, PAID_ON, AMOUNT),
                        EnumSet.of(INVOICE_ID, KIND, REVERSES, METHOD, CURRENCY));
            case CONTACTS ->
                layout(
                        table,
                        EnumSet.of(CONTACT_ID, ACCOUNT_ID, DECIDED_ON, ACTION, CHANNEL),
                        EnumSet.of(
                                AT,
                                WINDOW,
                                DIRECTION,
                                OUTCOME,
                                RIGHT_PARTY,
                                COMPLAINT,
                                COST,
                                AGENT_ID,
                                TALK_SECONDS,
                                PROPENSITY));
            case PROMISES ->
                layout(
                        table,
                        EnumSet.of(PROMISE_ID, ACCOUNT_ID, MADE_ON, DUE_ON, AMOUNT),
                        EnumSet.of(CONTACT_ID, CURRENCY));
            case DISPUTES ->
                layout(
                        table,
                        EnumSet.of(DISPUTE_ID, ACCOUNT_ID, OPENED_ON),
                        EnumSet.of(INVOICE_ID, CLOSED_ON, RESOLUTION, REASON));
            case CONSENTS ->
                layout(
                        table,
                        EnumSet.of(ACCOUNT_ID, CHANNEL, GRANTED, EFFECTIVE_AT),
                        EnumSet.noneOf(SourceColumn.class));
            case FLAGS -> layout(table, EnumSet.of(ACCOUNT_ID, FLAG, FROM_ON), EnumSet.of(TO_ON));
        };
    }

    private static TableLayout layout(FactTable table, Set<SourceColumn> required, EnumSet<SourceColumn> optional) {
        optional.add(KNOWN_AT);
        return new TableLayout(table, required, optional);
    }

    /** The column that names a row of a table; consents and flags are named by more, and this one tells them apart. */
    static SourceColumn keyColumn(FactTable table) {
        return switch (table) {
            case ACCOUNTS -> ACCOUNT_ID;
            case INVOICES -> INVOICE_ID;
            case PAYMENTS -> PAYMENT_ID;
            case CONTACTS -> SourceColumn.CONTACT_ID;
            case PROMISES -> PROMISE_ID;
            case DISPUTES -> DISPUTE_ID;
            case CONSENTS -> EFFECTIVE_AT;
            case FLAGS -> FROM_ON;
        };
    }

    /** Whether a source may have this column. */
    boolean allows(String column) {
        return isAttribute(column)
                || Coded.find(SourceColumn.class, column)
                        .filter(known -> required.contains(known) || optional.contains(known))
                        .isPresent();
    }

    /** Whether its value is kept: a canonical column, or an attribute of an account. */
    boolean keeps(String column) {
        return allows(column) && (table == FactTable.ACCOUNTS || !isAttribute(column));
    }

    static boolean isAttribute(String column) {
        return column.startsWith(ATTRIBUTE_PREFIX) || column.startsWith(io.arrears.model.account.Account.AUDIT_PREFIX);
    }

    /** All canonical columns, required ones marked: for messages. */
    String allowed() {
        return EnumSet.allOf(SourceColumn.class).stream()
                .filter(column -> required.contains(column) || optional.contains(column))
                .map(column -> column.code() + (required.contains(column) ? "*" : ""))
                .collect(Collectors.joining(", "));
    }
}
