package io.arrears.model.feature;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Days;
import io.arrears.model.account.Fact;
import io.arrears.model.account.HistoryAsOf;
import io.arrears.model.account.MessyFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bitemporal by construction: delete everything not yet known, and nothing changes, bit for bit. */
public final class TruncationTest {
    private static final int HISTORIES = 100;
    private static final int STEP_DAYS = 31;
    private static final FeatureBuilder BUILDER = FeatureBuilder.of(AttributeCatalogue.EMPTY);

    @Test
    void whatIsNotKnownYetChangesNoVector() {
        int deleted = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            List<Fact> facts = MessyFacts.of(seed, HistoryAsOf.ID);
            for (int day = MessyFacts.FIRST_DAY + STEP_DAYS;
                    day < MessyFacts.FIRST_DAY + MessyFacts.DAYS;
                    day += STEP_DAYS) {
                deleted += check(new HistoryAsOf(facts, day));
            }
        }
        assertThat(deleted).as("facts deleted").isGreaterThan(10 * HISTORIES);
    }

    private static int check(HistoryAsOf whole) {
        long asOf = Days.startMicros(whole.asOfDay());
        List<Fact> known = whole.facts().stream()
                .filter(fact -> fact.knownMicros() <= asOf)
                .toList();
        assertThat(BUILDER.build(new HistoryAsOf(known, whole.asOfDay()).known()))
                .as("%s as of %s", whole.facts(), Days.date(whole.asOfDay()))
                .isEqualTo(BUILDER.build(whole.known()));
        return whole.facts().size() - known.size();
    }
}
