package io.arrears.pipeline.ingest;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.account.Payment;
import io.arrears.model.account.PaymentKind;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.FactRow;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A row that could be read, and the versions of one fact it states, of which there is at least one. */
record ReadRow(Candidate row, List<? extends Fact> facts) {
    private static final AccountId NOBODY = new AccountId("-");

    /**
     * The order in which the rows of a table are taken in, whatever file and line they stand in: reversals after what
     * they take back, then as they became known, then by what they say. Of two rows that contradict each other at one
     * instant this decides which is kept.
     */
    static final Comparator<ReadRow> BY_CONTENT = Comparator.comparing(ReadRow::isReversal)
            .thenComparingLong(row -> row.first().knownMicros())
            .thenComparing(row -> row.first().key())
            .thenComparing(ReadRow::compareContent)
            .thenComparingLong(row -> row.row().origin());

    FactTable table() {
        return first().table();
    }

    private Fact first() {
        return facts.get(0);
    }

    private boolean isReversal() {
        return first() instanceof Payment payment && payment.kind() == PaymentKind.REVERSAL;
    }

    private static int compareContent(ReadRow one, ReadRow other) {
        int order = Integer.compare(one.facts.size(), other.facts.size());
        for (int i = 0; order == 0 && i < one.facts.size(); i++) {
            order = compare(FactCodec.toRow(NOBODY, one.facts.get(i)), FactCodec.toRow(NOBODY, other.facts.get(i)));
        }
        return order;
    }

    private static int compare(FactRow one, FactRow other) {
        for (FactColumn column : FactColumn.values()) {
            int order = Objects.toString(one.get(column), "").compareTo(Objects.toString(other.get(column), ""));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
