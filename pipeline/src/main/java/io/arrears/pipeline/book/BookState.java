package io.arrears.pipeline.book;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Coded;
import io.arrears.model.account.Days;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Ledger;
import io.arrears.model.account.LedgerItem;
import io.arrears.model.account.Promise;
import io.arrears.pipeline.history.AccountFold;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** What the mart keeps of each account: its state as of the day, its items, and each of the last months' ends. */
public final class BookState implements AccountFold {
    private static final long serialVersionUID = 1L;
    private static final int MONTHS = 24;
    private static final int PROMISE_GRACE_DAYS = 3;

    static final StructType ITEM = StructType.fromDDL(
            "invoice_id STRING, issued_on DATE, due_on DATE, kind STRING, amount_minor BIGINT, open_minor BIGINT, "
                    + "settled_on DATE");
    static final StructType MONTH = StructType.fromDDL(
            "month_end DATE, open_minor BIGINT, past_due_minor BIGINT, credit_minor BIGINT, days_past_due INT, "
                    + "bucket STRING, billed_minor BIGINT, paid_minor BIGINT, adjusted_minor BIGINT");
    /** One row per account known on the day. */
    public static final StructType SCHEMA = StructType.fromDDL(
                    "account_id STRING, debtor_id STRING, receivable_type STRING, currency STRING, opened_on DATE, "
                            + "party STRING, jurisdiction STRING, time_zone STRING, segment STRING, "
                            + "preferred_channel STRING, credit_limit_minor BIGINT, is_open BOOLEAN, open_minor BIGINT, "
                            + "past_due_minor BIGINT, credit_minor BIGINT, days_past_due INT, bucket STRING, "
                            + "open_dispute BOOLEAN, promise_pending BOOLEAN, flags ARRAY<STRING>")
            .add("items", "array<" + ITEM.simpleString() + ">")
            .add("months", "array<" + MONTH.simpleString() + ">");

    private final int asOfDay;

    public BookState(int asOfDay) {
        this.asOfDay = asOfDay;
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        KnownHistory known = history.knownAtStartOf(asOfDay);
        return known.findAccount().map(account -> row(known, account)).stream().iterator();
    }

    private Row row(KnownHistory known, Account account) {
        Ledger ledger = known.ledger();
        AccountProfile profile = account.profile();
        int dpd = known.daysPastDue();
        return RowFactory.create(
                account.id().value(),
                account.debtorId(),
                account.type().code(),
                account.currency().getCurrencyCode(),
                date(account.openedDay()),
                profile.party().code(),
                profile.jurisdiction(),
                profile.timeZones().isEmpty() ? null : zones(profile.timeZones()),
                profile.segment(),
                code(profile.preferredChannel()),
                profile.creditLimitMinor(),
                known.isOpen(),
                ledger.openMinor(),
                ledger.pastDueMinor(asOfDay),
                ledger.creditMinor(),
                dpd,
                AgeingBucket.of(known.flags(), ledger.openMinor(), dpd, asOfDay).code(),
                known.disputes().stream().anyMatch(dispute -> dispute.isOpenOn(asOfDay)),
                isPromisePending(known),
                known.flags().stream()
                        .filter(flag -> flag.isInForceOn(asOfDay))
                        .map(flag -> flag.kind().code())
                        .distinct()
                        .toArray(String[]::new),
                items(ledger),
                months(known, account));
    }

    private boolean isPromisePending(KnownHistory known) {
        for (Promise promise : known.promises()) {
            if (promise.dueDay() + PROMISE_GRACE_DAYS >= asOfDay) {
                return true;
            }
        }
        return false;
    }

    private static Object[] items(Ledger ledger) {
        List<Row> rows = new ArrayList<>();
        for (LedgerItem item : ledger.items()) {
            rows.add(RowFactory.create(
                    item.invoice().id(),
                    date(item.invoice().issuedDay()),
                    date(item.invoice().dueDay()),
                    item.invoice().kind().code(),
                    item.invoice().amountMinor(),
                    item.openMinor(),
                    item.isOpen() ? null : date(item.settledDay())));
        }
        return rows.toArray();
    }

    private Object[] months(KnownHistory known, Account account) {
        Ledger ledger = Ledger.start(known.invoices(), known.payments());
        List<Row> rows = new ArrayList<>();
        long billed = 0;
        long paid = 0;
        long adjusted = 0;
        List<Integer> ends = monthEnds();
        for (int end : ends) {
            ledger.advanceTo(end);
            if (account.openedDay() <= end && end != ends.get(0)) {
                rows.add(month(known, ledger, end, billed, paid, adjusted));
            }
            billed = ledger.billedMinor();
            paid = ledger.paidMinor();
            adjusted = ledger.adjustedMinor();
        }
        return rows.toArray();
    }

    private static Row month(KnownHistory known, Ledger ledger, int end, long billed, long paid, long adjusted) {
        int dpd = ledger.daysPastDue(end);
        return RowFactory.create(
                date(end),
                ledger.openMinor(),
                ledger.pastDueMinor(end),
                ledger.creditMinor(),
                dpd,
                AgeingBucket.of(known.flags(), ledger.openMinor(), dpd, end).code(),
                ledger.billedMinor() - billed,
                ledger.paidMinor() - paid,
                ledger.adjustedMinor() - adjusted);
    }

    /** The ends of the last whole months before the as-of day and of the one before them, oldest first. */
    private List<Integer> monthEnds() {
        List<Integer> ends = new ArrayList<>();
        LocalDate asOf = Days.date(asOfDay);
        for (int back = 1; back <= MONTHS + 1; back++) {
            ends.add(Days.of(YearMonth.from(asOf).minusMonths(back).atEndOfMonth()));
        }
        Collections.reverse(ends);
        return ends;
    }

    private static String zones(List<ZoneId> zones) {
        return zones.stream().map(ZoneId::getId).collect(Collectors.joining(";"));
    }

    private static @Nullable String code(@Nullable Coded value) {
        return value == null ? null : value.code();
    }

    private static LocalDate date(int day) {
        return Days.date(day);
    }
}
