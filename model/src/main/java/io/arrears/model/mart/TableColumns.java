package io.arrears.model.mart;

import static io.arrears.model.mart.FactColumn.*;

import io.arrears.model.account.FactTable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** Which columns the facts of a table have; in all others they are null. */
public final class TableColumns {
    private TableColumns() {}

    /** The columns that the facts of any of the tables have. */
    public static Set<FactColumn> of(Collection<FactTable> tables) {
        Set<FactColumn> columns = EnumSet.of(ACCOUNT_ID, FACT, KEY, EVENT_DAY, KNOWN_US);
        tables.forEach(table -> columns.addAll(own(table)));
        return columns;
    }

    private static Set<FactColumn> own(FactTable table) {
        return switch (table) {
            case ACCOUNTS ->
                EnumSet.of(
                        DEBTOR_ID,
                        RECEIVABLE_TYPE,
                        CURRENCY,
                        PARTY,
                        JURISDICTION,
                        TIME_ZONE,
                        SEGMENT,
                        CREDIT_LIMIT_MINOR,
                        PREFERRED_CHANNEL,
                        ATTRIBUTES);
            case INVOICES -> EnumSet.of(DUE_DAY, AMOUNT_MINOR, KIND);
            case PAYMENTS -> EnumSet.of(AMOUNT_MINOR, KIND, INVOICE_ID, REVERSES, METHOD);
            case CONTACTS ->
                EnumSet.of(
                        AT_US,
                        ACTION,
                        CHANNEL,
                        CONTACT_WINDOW,
                        DIRECTION,
                        OUTCOME,
                        RIGHT_PARTY,
                        COMPLAINT,
                        TALK_SECONDS,
                        COST_MINOR,
                        AGENT_ID,
                        PROPENSITY);
            case PROMISES -> EnumSet.of(CONTACT_ID, DUE_DAY, AMOUNT_MINOR);
            case DISPUTES -> EnumSet.of(INVOICE_ID, CLOSED_DAY, RESOLUTION, REASON);
            case CONSENTS -> EnumSet.of(CHANNEL, GRANTED, EFFECTIVE_US);
            case FLAGS -> EnumSet.of(FLAG, TO_DAY);
        };
    }
}
