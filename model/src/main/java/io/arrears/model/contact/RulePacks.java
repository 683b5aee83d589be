package io.arrears.model.contact;

import io.arrears.model.account.Days;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.policy.Digest;
import io.arrears.model.policy.Nearest;
import io.arrears.model.policy.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rule packs a strategy follows. A contact is legal when every pack that binds the account allows it. Immutable,
 * thread-safe; serialised as its files and read anew where it arrives.
 */
public final class RulePacks implements Serializable {
    /** Packs that exist, in the jar. */
    public static final List<String> KNOWN =
            List.of("au", "ca-on", "ca-qc", "eu-ccd2", "house-default", "uk", "us-federal", "us-ma", "us-nyc", "us-wa");

    /** The pack followed when a strategy names none. */
    public static final String HOUSE = "house-default";

    /** File texts by pack name, in the order named. */
    private final ArrayList<String> texts;
    /** Whether the last is there for its hard stops alone. */
    private final boolean stopsOfLast;

    private final transient List<RulePack> packs;

    private RulePacks(List<String> texts, boolean stopsOfLast) {
        this.texts = new ArrayList<>(texts);
        this.stopsOfLast = stopsOfLast;
        this.packs = new ArrayList<>();
        texts.forEach(text -> packs.add(RulePackReader.read(text, "rule pack")));
        if (stopsOfLast) {
            packs.add(packs.remove(packs.size() - 1).hardStops());
        }
    }

    /**
     * The packs a strategy follows by naming these: beside them the hard stops of the house's pack, which no choice of
     * packs removes.
     *
     * @throws io.arrears.model.policy.PolicyException naming every pack that does not exist
     */
    public static RulePacks inForce(Collection<String> names) {
        if (names.contains(HOUSE)) {
            return named(names);
        }
        List<String> withHouse = new ArrayList<>(names);
        withHouse.add(HOUSE);
        return new RulePacks(named(withHouse).texts, true);
    }

    /**
     * The packs of these names alone.
     *
     * @throws io.arrears.model.policy.PolicyException naming every pack that does not exist
     */
    public static RulePacks named(Collection<String> names) {
        Problems problems = new Problems();
        names.forEach(name -> check(name, "rule_packs", problems));
        problems.throwIfAny("the strategy");
        return new RulePacks(names.stream().map(RulePacks::load).toList(), false);
    }

    /** Adds a problem at {@code path} when there is no pack {@code name}. */
    public static void check(String name, String path, Problems problems) {
        if (!KNOWN.contains(name)) {
            problems.add(
                    path,
                    "'" + name + "'",
                    "known packs are " + String.join(", ", KNOWN),
                    Nearest.to(name, KNOWN)
                            .map(near -> "did you mean " + near + "?")
                            .orElse("remove it, or wait for the pack"));
        }
    }

    /** Packs given as texts. */
    public static RulePacks parse(List<String> texts) {
        return new RulePacks(texts, false);
    }

    private static String load(String name) {
        try (InputStream in = RulePacks.class.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("rule pack %s is missing from the jar: build it anew".formatted(name));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of each pack's file, by {@code name@version}. */
    public SortedMap<String, String> digests() {
        SortedMap<String, String> digests = new TreeMap<>();
        for (int i = 0; i < packs.size(); i++) {
            digests.put(packs.get(i).name() + "@" + packs.get(i).version(), Digest.of(texts.get(i)));
        }
        return digests;
    }

    /** What the packs that bind the account say of a contact planned from the history's instant on. */
    public Verdict judge(KnownHistory known, PlannedContact planned) {
        return lawOf(known, OtherAccounts.NONE, List.of()).judge(planned);
    }

    /**
     * The law for an account from the history's instant on.
     *
     * @param others the debtor's other accounts as known at the same instant
     * @param planned contacts already promised to this account: they count as if made
     * @throws IllegalStateException when the account itself was not known yet
     */
    public AccountLaw lawOf(KnownHistory known, OtherAccounts others, List<PlannedSlot> planned) {
        return lawOf(known, others, planned, Days.instant(known.asOfMicros()));
    }

    /**
     * The law for planning an account's next contact. As of the start of a day means that day: nothing is planned before it
     * has begun wherever the debtor may be, where it would be the evening before.
     *
     * @throws IllegalStateException when the account itself was not known yet
     */
    public AccountLaw planningLawOf(KnownHistory known, OtherAccounts others) {
        Instant from = Days.instant(known.asOfMicros());
        if (known.asOfMicros() == Days.startMicros(known.asOfDay())) {
            for (ZoneId zone : known.getAccount().profile().timeZones()) {
                from = Slots.later(
                        from, Days.date(known.asOfDay()).atStartOfDay(zone).toInstant());
            }
        }
        return lawOf(known, others, List.of(), from);
    }

    private AccountLaw lawOf(KnownHistory known, OtherAccounts others, List<PlannedSlot> planned, Instant from) {
        List<Rule> binding = new ArrayList<>();
        packs.forEach(pack -> binding.addAll(pack.binding(known.getAccount())));
        return new AccountLaw(new CaseFacts(known, others, planned, from), binding);
    }

    private Object readResolve() {
        return new RulePacks(texts, stopsOfLast);
    }
}
