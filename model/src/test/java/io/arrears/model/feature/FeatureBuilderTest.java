package io.arrears.model.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Days;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Histories;
import io.arrears.model.account.HistoryAsOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class FeatureBuilderTest {
    private static final FeatureBuilder BUILDER = FeatureBuilder.of(AttributeCatalogue.EMPTY);

    /** Bitemporal by construction: delete everything not yet known, and nothing changes, bit for bit. */
    @Property(tries = 500)
    void whatIsNotKnownYetChangesNothing(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        List<Fact> truncated = new ArrayList<>(random.facts());
        truncated.removeIf(fact -> fact.knownMicros() > Days.startMicros(random.asOfDay()));

        assertThat(BUILDER.build(new HistoryAsOf(truncated, random.asOfDay()).known()))
                .isEqualTo(BUILDER.build(random.known()));
    }

    @Property(tries = 300)
    void theOrderOfFactsNeverMatters(@ForAll(supplier = Histories.class) HistoryAsOf random, @ForAll long seed) {
        List<Fact> shuffled = new ArrayList<>(random.facts());
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(BUILDER.build(new HistoryAsOf(shuffled, random.asOfDay()).known()))
                .isEqualTo(BUILDER.build(random.known()));
    }

    @Test
    void everyFeatureIsDescribedInFull() {
        assertThat(BUILDER.schema().features()).hasSizeGreaterThan(45).allSatisfy(feature -> {
            assertThat(feature.meaning()).isNotBlank().doesNotEndWith(".");
            assertThat(feature.unit()).isNotBlank();
            assertThat(feature.formula()).isNotBlank();
            assertThat(feature.missing()).isNotBlank();
            assertThat(feature.phrase()).isNotBlank().matches("[a-z0-9].*");
        });
    }

    /** Read by name in the rooms of decisions, training and serving. */
    @Test
    void theNamesThatOtherRoomsReadStand() {
        assertThat(BUILDER.schema().names())
                .contains(
                        "open_balance",
                        "past_due_amount",
                        "due_next_30d_amount",
                        "past_due_share",
                        "days_past_due",
                        "mean_days_late",
                        "last_days_late",
                        "days_since_last_payment",
                        "right_party_rate_180d",
                        "promise_kept_rate",
                        "contacts_7d");
    }

    @Property(tries = 50)
    void chosenFeaturesHaveTheValuesTheyHaveAmongAll(@ForAll(supplier = Histories.class) HistoryAsOf random) {
        List<String> names = List.of("open_balance", "payments_90d", "past_due_amount", "days_since_last_reversal");
        FeatureBuilder some = BUILDER.only(names);
        FeatureVector all = BUILDER.build(random.known());
        FeatureVector chosen = some.build(random.known());

        assertThat(some.schema().names()).containsExactlyInAnyOrderElementsOf(names);
        for (int i = 0; i < chosen.size(); i++) {
            int index = BUILDER.schema().findIndex(some.schema().names().get(i)).orElseThrow();
            assertThat(Float.floatToIntBits(chosen.get(i))).isEqualTo(Float.floatToIntBits(all.get(index)));
        }
    }

    @Test
    void aFeatureThatIsNotThereCannotBeChosen() {
        assertThatThrownBy(() -> BUILDER.only(List.of("open_balance", "shoe_size")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[shoe_size]");
    }

    @Test
    void anUnknownAccountHasNoVector() {
        AccountHistory empty = AccountHistory.of(new AccountId("a1"), List.of());

        assertThatThrownBy(() -> BUILDER.build(empty.knownAtStartOf(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a1");
    }
}
