package io.arrears.pipeline.sample;

import java.util.ArrayList;
import java.util.List;

/** Flags and consents of one account: what life, law and the debtor's word forbid. */
final class Care {
    private static final int NEVER = 1_000_000_000;
    private static final double DAYS_PER_YEAR = 365;
    private static final int RESPITE_DAYS = 60;
    private static final double WITHDRAWN_PER_YEAR = 0.04;
    private static final double GRANTED_AGAIN = 0.3;

    private final AccountProfile account;
    private final Period period;
    private final FactSink sink;
    private final List<FlagSpell> spells = new ArrayList<>(2);
    private final List<Consent> consents = new ArrayList<>(4);

    /** One row of {@code consents.csv}. */
    record Consent(Channel channel, boolean granted, int day) {}

    private Care(AccountProfile account, Period period, FactSink sink) {
        this.account = account;
        this.period = period;
        this.sink = sink;
    }

    /** Draws what fate has in store, and writes it down. */
    static Care draw(AccountProfile account, Period period, Randomness randomness, FactSink sink) {
        Care care = new Care(account, period, sink);
        Draws draws = randomness.of(Randomness.Stream.CARE, account.ordinal());
        care.drawConsents(draws, Channel.EMAIL, 0.03);
        care.drawConsents(draws, Channel.SMS, 0.10);
        care.drawConsents(draws, Channel.CALL, 0.04);
        care.drawSpell(draws, FlagSpell.Kind.DECEASED, 0.004, 0);
        care.drawSpell(draws, FlagSpell.Kind.BANKRUPTCY, 0.005, 0);
        care.drawSpell(draws, FlagSpell.Kind.ATTORNEY, 0.003, 0);
        care.drawSpell(draws, FlagSpell.Kind.CEASE_CONTACT, 0.005, 0);
        care.drawSpell(draws, FlagSpell.Kind.BREATHING_SPACE, 0.012, RESPITE_DAYS);
        care.drawSpell(draws, FlagSpell.Kind.MORATORIUM, 0.001, RESPITE_DAYS);
        care.drawSpell(draws, FlagSpell.Kind.IDENTITY_THEFT, 0.001, RESPITE_DAYS);
        care.drawSpell(draws, FlagSpell.Kind.VULNERABLE, 0.02, 0);
        return care;
    }

    /** Factor on the odds of paying. */
    double payFactor(int day) {
        double factor = 1;
        for (int i = 0; i < spells.size(); i++) {
            factor *= spells.get(i).payFactor(day);
        }
        return factor;
    }

    boolean contactForbidden(int day) {
        return spells.stream().anyMatch(spell -> spell.on(day) && spell.kind().blocksContact());
    }

    /** The last word given on the channel counts; letters need none. A word given today holds from today. */
    boolean allows(Channel channel, int day) {
        boolean allowed = true;
        int last = Integer.MIN_VALUE;
        for (Consent consent : consents) {
            if (consent.channel() == channel && consent.day() <= day && consent.day() >= last) {
                last = consent.day();
                allowed = consent.granted();
            }
        }
        return allowed;
    }

    void withdraw(Channel channel, int day) {
        consents.removeIf(consent -> consent.channel() == channel && consent.day() > day);
        note(new Consent(channel, false, day));
    }

    void raise(FlagSpell spell) {
        spells.add(spell);
        sink.flag(account, spell);
    }

    /** Writes the consents once the period is over: a word may have been overtaken by another. */
    void writeConsents() {
        consents.stream()
                .filter(consent -> consent.day() < period.asOf())
                .forEach(consent -> sink.consent(account, consent));
    }

    private void drawConsents(Draws draws, Channel channel, double refusedAtOpening) {
        boolean refused = draws.chance(refusedAtOpening);
        note(new Consent(channel, !refused, account.openedDay()));
        int withdrawn = Math.max(0, account.openedDay()) + 1 + waiting(draws, WITHDRAWN_PER_YEAR);
        if (refused || withdrawn >= period.asOf()) {
            return;
        }
        note(new Consent(channel, false, withdrawn));
        if (draws.chance(GRANTED_AGAIN)) {
            note(new Consent(channel, true, withdrawn + draws.between(20, 200)));
        }
    }

    private void note(Consent consent) {
        consents.add(consent);
    }

    private void drawSpell(Draws draws, FlagSpell.Kind kind, double perYear, int lengthDays) {
        int from = Math.max(0, account.openedDay()) + waiting(draws, perYear);
        String knownAt = LateNews.knownAt(draws, period, from);
        if (from < period.asOf()) {
            raise(new FlagSpell(kind, from, lengthDays == 0 ? null : from + lengthDays, knownAt));
        }
    }

    private static int waiting(Draws draws, double perYear) {
        double years = -StrictMath.log(1 - draws.uniform()) / perYear;
        return (int) Math.min(years * DAYS_PER_YEAR, NEVER);
    }
}
