package io.arrears.serving.decisions;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Coded;
import io.arrears.model.account.Days;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.contact.PlannedSlot;
import io.arrears.model.contact.Slot;
import io.arrears.serving.book.Book;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.mart.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Contacts that the plan in force has promised to the other accounts of a debtor, and that still stand. */
final class PlannedElsewhere {
    private static final String PLANNED =
            "SELECT channel, not_before, not_after FROM plan WHERE not_before IS NOT NULL "
                    + "AND account_id IN (SELECT unnest(string_split(?, chr(10))))";

    private final Mart mart;
    private final Book book;

    PlannedElsewhere(Mart mart, Book book) {
        this.mart = mart;
        this.book = book;
    }

    /** Those whose slot isn't over at the history's instant. */
    List<PlannedSlot> list(KnownHistory known) {
        List<AccountId> others = new ArrayList<>(book.listOthers(known));
        if (others.isEmpty()) {
            return List.of();
        }
        Set<AccountId> withdrawn = book.listWithdrawn();
        others.removeIf(withdrawn::contains);
        // Ids hold no control characters, so a line each is unambiguous.
        String ids = others.stream().map(AccountId::value).collect(Collectors.joining("\n"));
        Instant now = Days.instant(known.asOfMicros());
        return mart
                .list(PLANNED, List.of(ids), cells -> {
                    Row row = new Row(cells);
                    return new PlannedSlot(Coded.get(Channel.class, row.getText("channel")), slot(row));
                })
                .stream()
                .filter(planned -> planned.slot().notAfter().isAfter(now))
                .toList();
    }

    private static Slot slot(Row row) throws SQLException {
        return new Slot(
                Objects.requireNonNull(row.findInstant("not_before")),
                Objects.requireNonNull(row.findInstant("not_after")));
    }
}
