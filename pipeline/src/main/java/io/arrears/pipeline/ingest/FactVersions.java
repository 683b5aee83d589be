package io.arrears.pipeline.ingest;

import io.arrears.model.account.Fact;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The versions of one fact by known time; nearly always there is one only. Not thread-safe. */
final class FactVersions {
    private Fact latest;
    /** All of them; null while there is one only. */
    private @Nullable TreeMap<Long, Fact> byKnown;

    FactVersions(Fact first) {
        this.latest = first;
    }

    void add(Fact version) {
        TreeMap<Long, Fact> all = byKnown;
        if (all == null) {
            all = new TreeMap<>(Map.of(latest.knownMicros(), latest));
            byKnown = all;
        }
        all.putIfAbsent(version.knownMicros(), version);
        latest = all.lastEntry().getValue();
    }

    /** The version known last. */
    Fact latest() {
        return latest;
    }

    /** The version in force at an instant; null when none was known yet. */
    @Nullable
    Fact findInForce(long knownMicros) {
        if (latest.knownMicros() <= knownMicros) {
            return latest;
        }
        Map.Entry<Long, Fact> entry = byKnown == null ? null : byKnown.floorEntry(knownMicros);
        return entry == null ? null : entry.getValue();
    }
}
