package io.arrears.model.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which version of a fact counts: the one known last. */
final class LatestVersions {
    private record Key(FactTable table, String key) {
        static Key of(Fact fact) {
            return new Key(fact.table(), fact.key());
        }
    }

    private LatestVersions() {}

    /** Whether some fact stands in the list more than once. */
    static boolean isVersioned(List<Fact> facts) {
        return mayBeVersioned(facts) && isSurelyVersioned(facts);
    }

    /** Equal keys have equal hashes: most histories are cleared without a set. */
    private static boolean mayBeVersioned(List<Fact> facts) {
        int[] hashes = new int[facts.size()];
        for (int i = 0; i < hashes.length; i++) {
            Fact fact = facts.get(i);
            hashes[i] = fact.key().hashCode() * 31 + fact.table().ordinal();
        }
        Arrays.sort(hashes);
        for (int i = 1; i < hashes.length; i++) {
            if (hashes[i] == hashes[i - 1]) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSurelyVersioned(List<Fact> facts) {
        Set<Key> seen = new HashSet<>(facts.size() * 2);
        for (Fact fact : facts) {
            if (!seen.add(Key.of(fact))) {
                return true;
            }
        }
        return false;
    }

    /** Of each fact the version known last by then; the given order is kept and settles ties for the later. */
    static List<Fact> of(List<Fact> facts, long asOfMicros) {
        Map<Key, Integer> latest = new HashMap<>();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            if (fact.knownMicros() <= asOfMicros) {
                int candidate = i;
                latest.merge(
                        Key.of(fact),
                        i,
                        (held, index) -> facts.get(held).knownMicros() <= fact.knownMicros() ? candidate : held);
            }
        }
        List<Fact> versions = new ArrayList<>(latest.size());
        latest.values().stream().sorted().forEach(index -> versions.add(facts.get(index)));
        return versions;
    }
}
