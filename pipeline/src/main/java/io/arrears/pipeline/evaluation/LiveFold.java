package io.arrears.pipeline.evaluation;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Contact;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Strategy;
import io.arrears.pipeline.history.AccountFold;
import java.util.Collections;
import java.util.Iterator;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * What an account brought in during a live test: cash received within the horizon from the first day of the test on
 * which it was past due, less the cost of the outbound contacts decided in that time, in minor units of the strategy's
 * currency. An account whose horizon is not over has no row: it counts once, when its outcome is known.
 */
final class LiveFold implements AccountFold {
    private static final long serialVersionUID = 1L;
    static final StructType SCHEMA = StructType.fromDDL("account_id STRING, known_day INT, draw DOUBLE, reward DOUBLE");

    private final Strategy strategy;
    private final int firstDay;
    private final int asOfDay;

    /**
     * @param firstDay of the test
     * @param asOfDay outcomes are observed up to the day before
     */
    LiveFold(Strategy strategy, int firstDay, int asOfDay) {
        this.strategy = strategy;
        this.firstDay = firstDay;
        this.asOfDay = asOfDay;
    }

    @Override
    public Iterator<Row> apply(AccountHistory history) {
        OptionalInt entered = entered(history);
        if (entered.isEmpty()) {
            return Collections.emptyIterator();
        }
        int day = entered.getAsInt();
        KnownHistory now = history.knownAtStartOf(asOfDay);
        OptionalDouble rate =
                strategy.findMinorRate(history.knownAtStartOf(day).getAccount().currency());
        OptionalLong cash = ReceivedCash.findMinor(history, day, asOfDay - 1, strategy);
        if (rate.isEmpty() || cash.isEmpty()) {
            return Collections.emptyIterator();
        }
        double reward = rate.getAsDouble() * (cash.getAsLong() - costMinor(now, day));
        Row row = RowFactory.create(history.id().value(), day + horizon(), Draws.ofAccount(history.id()), reward);
        return Collections.singleton(row).iterator();
    }

    private OptionalInt entered(AccountHistory history) {
        int[] days = IntStream.rangeClosed(firstDay, asOfDay - horizon()).toArray();
        Iterator<KnownHistory> walk = history.walk(days);
        while (walk.hasNext()) {
            KnownHistory known = walk.next();
            if (known.isOpen() && known.daysPastDue() > 0) {
                return OptionalInt.of(known.asOfDay());
            }
        }
        return OptionalInt.empty();
    }

    private long costMinor(KnownHistory now, int day) {
        return now.contacts().stream()
                .filter(Contact::isOutboundAttempt)
                .filter(contact -> contact.decidedDay() >= day && contact.decidedDay() < day + horizon())
                .map(contact -> contact.terms().costMinor())
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    private int horizon() {
        return strategy.terms().horizonDays();
    }
}
