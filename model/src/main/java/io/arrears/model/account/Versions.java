package io.arrears.model.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** When each version of a fact gives way to the next: the one known last counts, of those known at once the later. */
final class Versions {
    /** No later version is known. */
    static final long NEVER = Long.MAX_VALUE;

    private static final int NONE = -1;
    private static final int SPREAD = 0x9E3779B9;

    private final Fact[] facts;
    /** Per fact the one before it with the same table and key. */
    private final int[] previous;

    private boolean any;

    private Versions(Fact[] facts) {
        this.facts = facts;
        this.previous = new int[facts.length];
    }

    /**
     * Per fact the known time of the version that takes its place, {@link #NEVER} when there is none; an empty array when
     * no fact stands in several versions, as in most histories.
     */
    static long[] supersededMicros(Fact[] facts) {
        Versions versions = new Versions(facts);
        versions.link();
        return versions.any ? versions.succession() : new long[0];
    }

    /** Finds equal keys with a table of open addresses: one per fact of every book, so no boxes and no entries. */
    private void link() {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, facts.length)) + 1;
        int[] latest = new int[1 << bits];
        Arrays.fill(latest, NONE);
        for (int i = 0; i < facts.length; i++) {
            int slot = hash(facts[i]) >>> (Integer.SIZE - bits);
            while (latest[slot] != NONE && !isSame(facts[latest[slot]], facts[i])) {
                slot = (slot + 1) & (latest.length - 1);
            }
            previous[i] = latest[slot];
            any |= latest[slot] != NONE;
            latest[slot] = i;
        }
    }

    private static int hash(Fact fact) {
        return (fact.key().hashCode() * 31 + fact.table().ordinal()) * SPREAD;
    }

    private static boolean isSame(Fact one, Fact other) {
        return one.table() == other.table() && one.key().equals(other.key());
    }

    private long[] succession() {
        long[] superseded = new long[facts.length];
        Arrays.fill(superseded, NEVER);
        boolean[] seen = new boolean[facts.length];
        for (int i = facts.length - 1; i >= 0; i--) {
            if (previous[i] != NONE && !seen[i]) {
                List<Integer> versions = new ArrayList<>();
                for (int version = i; version != NONE; version = previous[version]) {
                    seen[version] = true;
                    versions.add(version);
                }
                versions.sort(Comparator.<Integer>comparingLong(index -> facts[index].knownMicros())
                        .thenComparing(Comparator.naturalOrder()));
                for (int v = 1; v < versions.size(); v++) {
                    superseded[versions.get(v - 1)] = facts[versions.get(v)].knownMicros();
                }
            }
        }
        return superseded;
    }
}
