package io.arrears.serving.kpi;

import io.arrears.serving.mart.MartReader;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs KPIs over the mart and keeps what they said: a published run never changes, so an answer holds until the next
 * run. Thread-safe; two callers may compute the same answer at once, which is harmless.
 */
final class KpiStore {
    private static final int KEPT = 1_000;

    private record Key(String runId, String kpi, KpiSlice slice) {}

    private final Map<Key, KpiTable> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, KpiTable> eldest) {
            return size() > KEPT;
        }
    };

    KpiTable get(MartReader mart, Kpi kpi, KpiSlice slice) {
        Key key = new Key(mart.run().runId(), kpi.name(), slice);
        synchronized (kept) {
            KpiTable table = kept.get(key);
            if (table != null) {
                return table;
            }
        }
        KpiTable table = mart.query(kpi.sql(), slice.params(), new KpiTableReader(slice.currency())::read);
        synchronized (kept) {
            kept.put(key, table);
        }
        return table;
    }
}
