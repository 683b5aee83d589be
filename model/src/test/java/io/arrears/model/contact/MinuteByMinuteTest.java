package io.arrears.model.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Coded;
import io.arrears.model.account.ContactWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The engine against a slow law that is asked minute by minute, on random histories around clock changes and days on which
 * rules take effect. {@code -Dlaw.histories=500000} asks a million, half in each test.
 */
final class MinuteByMinuteTest {
    private static final int HISTORIES = Integer.getInteger("law.histories", 15_000);
    private static final int HORIZON = 14 * 1440;
    private static final Map<Set<String>, RulePacks> PACKS = new HashMap<>();

    @Test
    void agreesWithTheSlowLawOnEveryPack() {
        Random random = new Random(Long.getLong("law.seed", 7));
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < HISTORIES; i++) {
            SlowCase it = SlowCase.random(random);
            Set<String> packs = new TreeSet<>();
            packs.add(SlowCase.one(random, RulePacks.KNOWN));
            if (random.nextInt(3) == 0) {
                packs.add(SlowCase.one(random, RulePacks.KNOWN));
            }
            String channel = random.nextInt(3) == 0 ? SlowCase.one(random, SlowCase.CHANNELS) : "call";
            String action = random.nextInt(8) == 0 ? "escalation" : "reminder";
            ContactWindow window = ContactWindow.values()[random.nextInt(6) % 4];
            PlannedContact planned =
                    new PlannedContact(action, Coded.get(Channel.class, channel), window, false, false);
            RulePacks law = PACKS.computeIfAbsent(packs, RulePacks::named);
            Slow slow = new Slow(it, new SlowLaw(it, packs, action, channel), window);
            int number = i;
            Supplier<String> story = () -> "history %d, packs %s, %s: %s".formatted(number, packs, planned, it);
            String kind = compare(law.lawOf(it.known(), it.others(), List.of()), planned, slow, story);
            packs.forEach(pack -> seen.merge(pack + " " + kind, 1, Integer::sum));
            if (i % 16 == 0) {
                assertThat(law.lawOf(it.known(), it.others(), List.of()).listSlots(planned))
                        .as(story)
                        .isEqualTo(slow.all());
            }
        }
        for (String pack : RulePacks.KNOWN) {
            assertThat(seen.getOrDefault(pack + " allowed", 0))
                    .as("%s in %s", pack, seen)
                    .isGreaterThan(HISTORIES / 100);
            assertThat(seen.getOrDefault(pack + " waits", 0))
                    .as("%s in %s", pack, seen)
                    .isPositive();
        }
    }

    @Test
    void agreesOnCapsOfEveryUnitWindowScopeAndExclusion() {
        Random random = new Random(Long.getLong("law.seed", 11));
        List<SlowCap> caps = SlowCap.all();
        Map<String, Integer> seen = new TreeMap<>();
        Map<SlowCap, RulePacks> packs = new HashMap<>();
        for (int i = 0; i < HISTORIES; i++) {
            SlowCase it = SlowCase.random(random);
            SlowCap cap = SlowCase.one(random, caps);
            PlannedContact planned = new PlannedContact(Channel.CALL, ContactWindow.values()[random.nextInt(4)], false);
            Slow slow = new Slow(it, cap.law(it), planned.window());
            RulePacks law = packs.computeIfAbsent(cap, one -> RulePacks.parse(List.of(one.yaml())));
            int number = i;
            Supplier<String> story = () -> "history %d, %s, %s: %s".formatted(number, cap, planned, it);
            String kind = compare(law.lawOf(it.known(), it.others(), List.of()), planned, slow, story);
            for (String part : List.of(cap.unit(), cap.window(), cap.scope(), cap.exclusion())) {
                seen.merge(part + " " + kind, 1, Integer::sum);
            }
        }
        for (SlowCap cap : caps) {
            for (String part : List.of(cap.unit(), cap.window(), cap.scope(), cap.exclusion())) {
                assertThat(seen.getOrDefault(part + " waits", 0))
                        .as("%s in %s", part, seen)
                        .isPositive();
            }
        }
    }

    /** What the minutes are asked. */
    interface Law {
        boolean isOpen(long minute);

        boolean isForbidden(long minute);
    }

    private static String compare(AccountLaw law, PlannedContact planned, Slow slow, Supplier<String> story) {
        Verdict verdict = law.judge(planned);
        Long open = slow.first(false);
        if (open != null && !slow.law.isForbidden(open)) {
            assertThat(verdict).as(story).isEqualTo(new Verdict.Allowed(slow.slot(open)));
            return "allowed";
        }
        assertThat(verdict).as(story).isInstanceOf(Verdict.Blocked.class);
        Long next = open == null ? null : slow.first(true);
        assertThat(((Verdict.Blocked) verdict).earliestNext())
                .as(story)
                .isEqualTo(next == null ? null : Instant.ofEpochSecond(next * 60));
        return next == null ? "never" : "waits";
    }

    /** Walks the coming 14 days. */
    private record Slow(SlowCase it, SlowClock[] clocks, Law law, ContactWindow window) {
        Slow(SlowCase it, Law law, ContactWindow window) {
            this(it, SlowClock.of(it.zones()), law, window);
        }

        @Nullable
        Long first(boolean free) {
            for (long minute = it.now(); minute < it.now() + HORIZON; minute++) {
                if (isOpen(minute) && !(free && law.isForbidden(minute))) {
                    return minute;
                }
            }
            return null;
        }

        private boolean isOpen(long minute) {
            for (SlowClock clock : clocks) {
                int local = clock.minuteOfDay(minute);
                boolean inWindow = switch (window) {
                    case ANY -> true;
                    case MORNING -> local >= 480 && local < 720;
                    case AFTERNOON -> local >= 720 && local < 1020;
                    case EVENING -> local >= 1020 && local < 1260;
                };
                if (!inWindow) {
                    return false;
                }
            }
            return clocks[0].day(minute) <= clocks[0].day(it.now()) + 14 && law.isOpen(minute);
        }

        /** Until it closes, is forbidden, or the first zone's day ends. */
        Slot slot(long from) {
            long to = from;
            while (isOpen(to) && !law.isForbidden(to) && clocks[0].day(to) == clocks[0].day(from)) {
                to++;
            }
            return new Slot(Instant.ofEpochSecond(from * 60), Instant.ofEpochSecond(to * 60));
        }

        List<Slot> all() {
            List<Slot> slots = new ArrayList<>();
            for (long minute = it.now(); minute < it.now() + HORIZON; minute++) {
                if (isOpen(minute) && !law.isForbidden(minute)) {
                    Slot slot = slot(minute);
                    slots.add(slot);
                    minute = slot.notAfter().getEpochSecond() / 60 - 1;
                }
            }
            return slots;
        }
    }
}
