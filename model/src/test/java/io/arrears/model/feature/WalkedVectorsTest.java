package io.arrears.model.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Days;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Histories;
import io.arrears.model.account.HistoryAsOf;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Ledger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A walk through many days gives, bit for bit, what asking for each day anew gives. */
final class WalkedVectorsTest {
    private static final FeatureBuilder BUILDER = FeatureBuilder.of(AttributeCatalogue.EMPTY);
    private static final int STEPS = 14;

    @Property(tries = 500)
    void anyHistory(
            @ForAll(supplier = Histories.class) HistoryAsOf random, @ForAll @IntRange(min = 1, max = 45) int step) {
        assertWalkEqualsAskingAnew(random.history(), days(random, step));
    }

    /** Most of a real book: everything known on its day, so that the ledger is carried on nearly always. */
    @Property(tries = 300)
    void punctualHistories(
            @ForAll(supplier = Histories.class) HistoryAsOf random, @ForAll @IntRange(min = 1, max = 45) int step) {
        List<Fact> punctual = new ArrayList<>(random.facts());
        punctual.removeIf(fact -> fact.knownMicros() > Days.endMicros(fact.eventDay()));

        assertWalkEqualsAskingAnew(new HistoryAsOf(punctual, random.asOfDay()).history(), days(random, step));
    }

    /** The two properties above would hold trivially if no ledger were ever carried on, or always. */
    @Example
    void someLedgersAreCarriedOnAndSomeAreNot() {
        int carried = 0;
        int anew = 0;
        for (int seed = 0; seed < 150; seed++) {
            HistoryAsOf random = Histories.random(seed);
            Ledger last = null;
            Iterator<KnownHistory> walk = random.history().walk(days(random, 20));
            while (walk.hasNext()) {
                Ledger ledger = walk.next().ledger();
                carried += ledger == last ? 1 : 0;
                anew += ledger == last ? 0 : 1;
                last = ledger;
            }
        }

        assertThat(carried).isGreaterThan(100);
        assertThat(anew).isGreaterThan(100);
    }

    private static void assertWalkEqualsAskingAnew(AccountHistory history, int[] days) {
        Iterator<KnownHistory> walk = history.walk(days);
        for (int day : days) {
            KnownHistory walked = walk.next();
            KnownHistory asked = history.knownAtStartOf(day);

            assertThat(walked.findAccount()).isEqualTo(asked.findAccount());
            assertThat(walked.asOfMicros()).isEqualTo(asked.asOfMicros());
            assertThat(walked.isOpen()).isEqualTo(asked.isOpen());
            if (asked.findAccount().isPresent()) {
                assertThat(BUILDER.build(walked)).isEqualTo(BUILDER.build(asked));
            }
        }
        assertThat(walk.hasNext()).isFalse();
    }

    /** Days up to the history's own, so that what comes after them is unknown. */
    private static int[] days(HistoryAsOf random, int step) {
        return IntStream.range(0, STEPS)
                .map(i -> random.asOfDay() - (STEPS - 1 - i) * step)
                .toArray();
    }
}
