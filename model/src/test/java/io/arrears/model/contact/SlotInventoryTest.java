package io.arrears.model.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Coded;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.KnownHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Slots of 14 days are spent: what the e-mail takes, the calls no longer have. */
final class SlotInventoryTest {
    private static final PlannedContact CALL = new PlannedContact(Channel.CALL, ContactWindow.ANY, false);
    private static final PlannedContact EMAIL = new PlannedContact(Channel.EMAIL, ContactWindow.ANY, false);
    private static final String LATE = """
            account consumer_loan EUR first_party - Europe/Berlin
            invoice 2026-01-10 500.00
            """;

    @Test
    void anEmailOnMondayLeavesTwoCallsForTheWeekAndNoneForMonday() {
        KnownHistory known = CaseText.known("2026-03-09T00:00:00Z", LATE); // a Monday
        SlotInventory inventory =
                new SlotInventory(RulePacks.named(List.of("house-default")), known, OtherAccounts.NONE);
        assertThat(inventory.list(CALL)).hasSize(14);
        inventory.spend(EMAIL, inventory.list(EMAIL).get(0));
        assertThat(inventory.list(CALL)).hasSize(13);
        assertThat(inventory.list(CALL).get(0).notBefore()).isEqualTo("2026-03-10T07:00:00Z");
        inventory.spend(CALL, inventory.list(CALL).get(0));
        inventory.spend(CALL, inventory.list(CALL).get(0));
        assertThat(inventory.list(CALL).get(0).notBefore()).isEqualTo("2026-03-16T07:00:00Z");
    }

    @Test
    void aCallPromisedForFridayIsNotCrowdedOutByEarlierOnes() {
        KnownHistory known = CaseText.known("2026-03-09T00:00:00Z", LATE);
        SlotInventory inventory = new SlotInventory(RulePacks.named(List.of("us-ma")), known, OtherAccounts.NONE);
        inventory.spend(CALL, inventory.list(CALL).get(4));
        inventory.spend(CALL, inventory.list(CALL).get(0));
        assertThat(inventory.list(CALL))
                .allMatch(slot -> slot.notBefore().isAfter(Instant.parse("2026-03-16T00:00:00Z")));
        assertThatThrownBy(() -> inventory.spend(
                        CALL, new Slot(Instant.parse("2026-03-10T08:00:00Z"), Instant.parse("2026-03-10T09:00:00Z"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Spends slots in any order, then makes every contact at any minute of its slot: the slow law must let each pass. */
    @Test
    void whateverIsSpentTheSlowLawAllowsWhenItIsMade() {
        Random random = new Random(5);
        int made = 0;
        for (int i = 0; i < 1500; i++) {
            SlowCase it = SlowCase.random(random);
            Set<String> packs = Set.of(SlowCase.one(random, RulePacks.KNOWN));
            SlotInventory inventory = new SlotInventory(RulePacks.named(packs), it.known(), it.others());
            List<SlowCase.Touch> planned = new ArrayList<>();
            for (int n = 0; n < 8; n++) {
                String channel = SlowCase.one(random, List.of("call", "sms", "email"));
                PlannedContact contact =
                        new PlannedContact(Coded.get(Channel.class, channel), ContactWindow.ANY, false);
                List<Slot> left = inventory.list(contact);
                if (!left.isEmpty()) {
                    Slot slot = SlowCase.one(random, left);
                    inventory.spend(contact, slot);
                    long from = slot.notBefore().getEpochSecond() / 60;
                    long length = slot.notAfter().getEpochSecond() / 60 - from;
                    long minute = from + random.nextInt((int) length);
                    planned.add(new SlowCase.Touch(minute, channel, "voicemail", false, true, "reminder", false));
                }
            }
            planned.sort(Comparator.comparingLong(SlowCase.Touch::minute));
            SlowCase then = it;
            for (SlowCase.Touch touch : planned) {
                SlowLaw law = new SlowLaw(then, packs, "reminder", touch.channel());
                assertThat(law.isOpen(touch.minute()) && !law.isForbidden(touch.minute()))
                        .as("history %d, %s, %s in %s", i, packs, touch, planned)
                        .isTrue();
                then = then.plus(touch);
                made++;
            }
        }
        assertThat(made).isGreaterThan(3000);
    }
}
