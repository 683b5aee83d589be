package io.arrears.model.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Days;
import io.arrears.model.account.Direction;
import io.arrears.model.account.KnownHistory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The engine against a slow twin that asks minute by minute whether a contact is legal, on random histories. */
final class MinuteByMinuteTest {
    private static final int HISTORIES = 3000;
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "America/New_York;America/Los_Angeles",
            "Australia/Lord_Howe",
            "Asia/Kolkata",
            "America/Havana",
            "Pacific/Auckland;Pacific/Honolulu",
            "America/St_Johns;Europe/London");
    /** Days around which clocks change somewhere, and the days law cares about. */
    private static final List<String> AROUND =
            List.of("2026-03-06", "2026-03-27", "2026-10-23", "2026-10-30", "2026-04-03", "2026-06-10");

    private static final String PACK = """
            pack: oracle
            citation: none
            rules:
              - {id: hours, kind: hours, channels: [call], hours: {daily: "08:00-21:00", sunday: "10:00-18:00"}}
              - {id: night, kind: hours, channels: [sms], hours: {daily: "00:30-03:30", monday: closed}}
              - {id: week, kind: cap, unit: attempt_placed, window: {consecutive_days: 7}, block_at: 3}
              - {id: day, kind: cap, unit: attempt_placed, window: {consecutive_days: 1}, block_at: 1}
              - {id: calendar, kind: cap, channels: [call], unit: conversation, window: {calendar: week}, block_at: 1}
            """;

    @Test
    void agreesWithTheSlowTwin() {
        RulePacks packs = RulePacks.parse(List.of(PACK));
        Random random = new Random(7);
        int allowed = 0;
        int waiting = 0;
        for (int i = 0; i < HISTORIES; i++) {
            Instant now = Instant.parse(AROUND.get(random.nextInt(AROUND.size())) + "T00:00:00Z")
                    .plus(random.nextInt(4 * 1440), ChronoUnit.MINUTES);
            KnownHistory known = CaseText.known(now.toString(), history(random, now));
            PlannedContact planned = new PlannedContact(
                    random.nextBoolean() ? Channel.CALL : Channel.SMS,
                    ContactWindow.values()[random.nextInt(4)],
                    false);
            Verdict verdict = packs.judge(known, planned);
            Slow slow = new Slow(known, planned, now);
            Instant open = slow.first(false);
            if (open == null || slow.isCapped(open)) {
                assertThat(verdict).as("%s at %s", planned, now).isInstanceOf(Verdict.Blocked.class);
                Instant next = open == null ? null : slow.first(true);
                assertThat(((Verdict.Blocked) verdict).earliestNext())
                        .as("%s at %s", planned, now)
                        .isEqualTo(next);
                waiting += next == null ? 0 : 1;
            } else {
                assertThat(verdict).as("%s at %s", planned, now).isInstanceOf(Verdict.Allowed.class);
                Slot slot = ((Verdict.Allowed) verdict).slot();
                assertThat(slot).as("%s at %s", planned, now).isEqualTo(new Slot(open, slow.end(open)));
                allowed++;
            }
        }
        assertThat(allowed).isGreaterThan(HISTORIES / 10);
        assertThat(waiting).isGreaterThan(HISTORIES / 10);
    }

    private static String history(Random random, Instant now) {
        StringBuilder text = new StringBuilder(
                "account consumer_loan EUR first_party - " + ZONES.get(random.nextInt(ZONES.size())) + "\n");
        List<String> outcomes = List.of("no_answer", "voicemail", "acknowledged", "refusal");
        int contacts = random.nextInt(6);
        for (int i = 0; i < contacts; i++) {
            Instant at = now.minus(random.nextInt(9 * 1440), ChronoUnit.MINUTES);
            text.append("contact %s %s %s %s%n"
                    .formatted(
                            at,
                            random.nextBoolean() ? "call" : "sms",
                            outcomes.get(random.nextInt(outcomes.size())),
                            random.nextInt(4) == 0 ? "inbound" : "outbound"));
        }
        return text.toString();
    }

    /** The rules of {@link #PACK} spelled anew, for one minute at a time. */
    private record Slow(KnownHistory known, PlannedContact planned, Instant now) {
        private List<ZoneId> zones() {
            return known.getAccount().profile().timeZones();
        }

        @Nullable
        Instant first(boolean withCaps) {
            LocalDate last = now.atZone(zones().get(0)).toLocalDate().plusDays(14);
            Instant end = now.plus(Duration.ofDays(14));
            for (Instant t = now; t.isBefore(end); t = t.plus(1, ChronoUnit.MINUTES)) {
                boolean inReach = !t.atZone(zones().get(0)).toLocalDate().isAfter(last);
                if (inReach && isOpen(t) && !(withCaps && isCapped(t))) {
                    return t;
                }
            }
            return null;
        }

        Instant end(Instant from) {
            LocalDate day = from.atZone(zones().get(0)).toLocalDate();
            Instant t = from;
            while (isOpen(t) && t.atZone(zones().get(0)).toLocalDate().equals(day)) {
                t = t.plus(1, ChronoUnit.MINUTES);
            }
            return t;
        }

        private boolean isOpen(Instant t) {
            return zones().stream().allMatch(zone -> isOpen(t.atZone(zone)));
        }

        private boolean isOpen(ZonedDateTime local) {
            double hour = local.getHour() + local.getMinute() / 60.0;
            boolean sunday = local.getDayOfWeek() == DayOfWeek.SUNDAY;
            boolean lawful = planned.channel() == Channel.CALL
                    ? (sunday ? hour >= 10 && hour < 18 : hour >= 8 && hour < 21)
                    : local.getDayOfWeek() != DayOfWeek.MONDAY && hour >= 0.5 && hour < 3.5;
            return lawful
                    && switch (planned.window()) {
                        case ANY -> true;
                        case MORNING -> hour >= 8 && hour < 12;
                        case AFTERNOON -> hour >= 12 && hour < 17;
                        case EVENING -> hour >= 17 && hour < 21;
                    };
        }

        boolean isCapped(Instant t) {
            return zones().stream().anyMatch(zone -> isCapped(t, zone));
        }

        private boolean isCapped(Instant t, ZoneId zone) {
            LocalDate day = t.atZone(zone).toLocalDate();
            int week = 0;
            int today = 0;
            int talks = 0;
            for (Contact contact : known.contacts()) {
                LocalDate on = Days.instant(Objects.requireNonNull(contact.atMicros()))
                        .atZone(zone)
                        .toLocalDate();
                boolean outbound = contact.direction() == Direction.OUTBOUND;
                week += outbound && on.isAfter(day.minusDays(7)) && !on.isAfter(day) ? 1 : 0;
                today += outbound && on.equals(day) ? 1 : 0;
                boolean thisWeek = !on.isBefore(day.with(DayOfWeek.MONDAY)) && !on.isAfter(day);
                talks += contact.arm().channel() == Channel.CALL
                                && contact.result().rightParty()
                                && thisWeek
                        ? 1
                        : 0;
            }
            return week >= 3 || today >= 1 || (planned.channel() == Channel.CALL && talks >= 1);
        }
    }
}
