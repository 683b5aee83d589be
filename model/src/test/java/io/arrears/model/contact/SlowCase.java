package io.arrears.model.contact;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Coded;
import io.arrears.model.account.Consent;
import io.arrears.model.account.Contact;
import io.arrears.model.account.ContactOutcome;
import io.arrears.model.account.ContactResult;
import io.arrears.model.account.ContactTerms;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.Direction;
import io.arrears.model.account.Fact;
import io.arrears.model.account.Flag;
import io.arrears.model.account.FlagKind;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Party;
import io.arrears.model.account.ReceivableType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A random history, in plain words for the slow law and in the product's facts. Everything happens on whole minutes. */
record SlowCase(
        long now,
        List<String> zones,
        String place,
        boolean thirdParty,
        List<Touch> touches,
        List<Ask> asks,
        List<Mark> marks) {
    /** A contact, on this account or on another of the debtor. */
    record Touch(
            long minute,
            String channel,
            String outcome,
            boolean inbound,
            boolean rightParty,
            String action,
            boolean elsewhere) {}

    /** A consent given or withdrawn. */
    record Ask(String channel, boolean granted, long minute) {}

    /** A flag through a UTC day; for ever when absent. */
    record Mark(String flag, int from, @Nullable Integer through, boolean elsewhere) {}

    static final List<String> CHANNELS = List.of("call", "sms", "email", "letter", "push", "visit");
    private static final AccountId ID = new AccountId("A-1");
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "Europe/London",
            "America/New_York",
            "America/New_York;America/Los_Angeles",
            "America/Toronto;America/Winnipeg",
            "Australia/Lord_Howe",
            "Australia/Sydney;Australia/Brisbane",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "America/Havana",
            "America/Santiago",
            "Africa/Casablanca",
            "Pacific/Auckland;Pacific/Honolulu",
            "Pacific/Chatham",
            "America/St_Johns;Europe/London");
    /** Days around which clocks change somewhere, law changes, or nobody works. */
    private static final List<String> AROUND = List.of(
            "2026-03-06",
            "2026-03-27",
            "2026-04-01",
            "2026-05-14",
            "2026-06-10",
            "2026-08-28",
            "2026-09-25",
            "2026-10-01",
            "2026-10-23",
            "2026-10-30",
            "2026-11-17",
            "2026-12-20",
            "2027-01-28");

    private static final List<String> PLACES =
            List.of("US-TX", "US-MA", "US-NY", "US-WA", "US", "GB", "DE", "AU-NSW", "CA-ON", "CA-QC", "CA", "JP");
    private static final List<String> OUTCOMES =
            List.of("no_answer", "no_contact", "voicemail", "delivered", "acknowledged", "refusal", "promise_to_pay");
    private static final List<String> FLAGS = List.of(
            "deceased", "bankruptcy", "cease_contact", "attorney", "vulnerable", "breathing_space", "moratorium");

    static SlowCase random(Random random) {
        long start = Instant.parse(one(random, AROUND) + "T00:00:00Z").getEpochSecond() / 60;
        long now = start + random.nextInt(4 * 1440);
        int contacts = random.nextInt(3) == 0 ? random.nextInt(13) : random.nextInt(5);
        List<Touch> touches = new ArrayList<>();
        for (int i = 0; i < contacts; i++) {
            touches.add(touch(random, now));
        }
        List<Ask> asks = new ArrayList<>();
        for (int i = random.nextInt(3) - 1; i > 0; i--) {
            asks.add(new Ask(one(random, CHANNELS), random.nextInt(3) > 0, now - random.nextInt(12 * 1440)));
        }
        List<Mark> marks = new ArrayList<>();
        if (random.nextInt(8) == 0) {
            int today = (int) Math.floorDiv(now, 1440L);
            Integer through = random.nextInt(3) == 0 ? null : (Integer) (today + random.nextInt(8) - 2);
            marks.add(new Mark(one(random, FLAGS), today - random.nextInt(5) - 3, through, random.nextInt(3) == 0));
        }
        List<String> zones = List.of(one(random, ZONES).split(";"));
        return new SlowCase(now, zones, one(random, PLACES), random.nextBoolean(), touches, asks, marks);
    }

    private static Touch touch(Random random, long now) {
        int days = random.nextInt(6) == 0 ? 36 : 9;
        String outcome = one(random, OUTCOMES);
        return new Touch(
                now - random.nextInt(days * 1440),
                random.nextInt(3) == 0 ? one(random, CHANNELS) : "call",
                outcome,
                random.nextInt(5) == 0,
                random.nextInt(4) > 0,
                random.nextInt(6) == 0 ? "plan_offer" : random.nextInt(6) == 0 ? "required_notice" : "reminder",
                random.nextInt(4) == 0);
    }

    static <T> T one(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** With one more contact. */
    SlowCase plus(Touch touch) {
        List<Touch> more = new ArrayList<>(touches);
        more.add(touch);
        return new SlowCase(now, zones, place, thirdParty, more, asks, marks);
    }

    KnownHistory known() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Account(
                ID,
                "debtor",
                ReceivableType.CONSUMER_LOAN,
                Currency.getInstance("EUR"),
                18_000,
                new AccountProfile(
                        thirdParty ? Party.THIRD_PARTY : Party.FIRST_PARTY,
                        place,
                        zones.stream().map(ZoneId::of).toList(),
                        null,
                        null,
                        null),
                Map.of(),
                0));
        facts.addAll(contacts(false));
        asks.forEach(ask -> facts.add(
                new Consent(Coded.get(Channel.class, ask.channel()), ask.granted(), ask.minute() * 60_000_000, 0)));
        facts.addAll(flags(false));
        return AccountHistory.of(ID, facts).knownAt(now * 60_000_000);
    }

    OtherAccounts others() {
        return new OtherAccounts(contacts(true), flags(true), List.of());
    }

    private List<Contact> contacts(boolean elsewhere) {
        List<Contact> contacts = new ArrayList<>();
        for (int i = 0; i < touches.size(); i++) {
            Touch touch = touches.get(i);
            if (touch.elsewhere() == elsewhere) {
                contacts.add(new Contact(
                        "contact" + i,
                        (int) Math.floorDiv(touch.minute(), 1440L),
                        touch.minute() * 60_000_000,
                        new Arm(touch.action(), Coded.get(Channel.class, touch.channel()), ContactWindow.ANY),
                        touch.inbound() ? Direction.INBOUND : Direction.OUTBOUND,
                        new ContactResult(
                                Coded.get(ContactOutcome.class, touch.outcome()), touch.rightParty(), false, null),
                        ContactTerms.NOT_RECORDED,
                        0));
            }
        }
        return contacts;
    }

    private List<Flag> flags(boolean elsewhere) {
        return marks.stream()
                .filter(mark -> mark.elsewhere() == elsewhere)
                .map(mark -> new Flag(Coded.get(FlagKind.class, mark.flag()), mark.from(), mark.through(), 0))
                .toList();
    }
}
