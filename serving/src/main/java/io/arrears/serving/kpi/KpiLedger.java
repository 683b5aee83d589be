package io.arrears.serving.kpi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every KPI of the service, in the order of {@code ledger.txt}. Immutable. */
final class KpiLedger {
    private final Map<String, Kpi> kpis;

    private KpiLedger(Map<String, Kpi> kpis) {
        this.kpis = Collections.unmodifiableMap(kpis);
    }

    /**
     * Reads the ledger from the class path.
     *
     * @throws IllegalArgumentException naming the first file that can't be used and why
     */
    static KpiLedger load() {
        String scope = text("scope.sql");
        Map<String, Kpi> kpis = new LinkedHashMap<>();
        text("ledger.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(name -> kpis.put(name, KpiFile.parse(name, text(name + ".sql"), scope)));
        return new KpiLedger(withBoundParameters(kpis, scope));
    }

    private static Map<String, Kpi> withBoundParameters(Map<String, Kpi> kpis, String scope) {
        long asked =
                KpiFile.withoutComments(scope).chars().filter(c -> c == '?').count();
        for (Kpi kpi : kpis.values()) {
            if (kpi.sql().chars().filter(c -> c == '?').count() != asked) {
                throw new IllegalArgumentException(
                        "kpi/%s.sql has parameters of its own: take them from 'asked'".formatted(kpi.name()));
            }
        }
        return kpis;
    }

    private static String text(String file) {
        try (InputStream stream = KpiLedger.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalArgumentException(
                        "kpi/%s is missing: add it or drop it from ledger.txt".formatted(file));
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Kpi> list() {
        return List.copyOf(kpis.values());
    }

    Optional<Kpi> find(String name) {
        return Optional.ofNullable(kpis.get(name));
    }
}
