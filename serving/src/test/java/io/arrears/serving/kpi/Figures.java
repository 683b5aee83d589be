package io.arrears.serving.kpi;

import io.arrears.model.mart.Home;
import io.arrears.serving.mart.Mart;
import io.arrears.serving.mart.MartFixture;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fixture mart with the ledger over it, for tests: rows by column name. */
final class Figures implements AutoCloseable {
    /** Not the first of a month, so that a month is under way. */
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 18);

    private static final long NEVER = 3_600_000;

    private final Mart mart;
    private final KpiLedger ledger = KpiLedger.load();
    private final KpiStore store = new KpiStore();

    Figures(Path folder) {
        Home home = new Home(folder);
        MartFixture.publish(home, "r1", AS_OF);
        mart = Mart.open(home, NEVER);
    }

    Mart mart() {
        return mart;
    }

    KpiLedger ledger() {
        return ledger;
    }

    KpiTable table(String kpi, KpiSlice slice) {
        return mart.read(reader -> store.get(reader, ledger.find(kpi).orElseThrow(), slice));
    }

    List<Map<String, @Nullable Object>> rows(String kpi) {
        return rows(kpi, new KpiSlice("EUR", null, null));
    }

    List<Map<String, @Nullable Object>> rows(String kpi, KpiSlice slice) {
        KpiTable table = table(kpi, slice);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> values : table.rows()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                row.put(table.columns().get(i).name(), values.get(i));
            }
            rows.add(row);
        }
        return rows;
    }

    static BigDecimal money(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof BigDecimal amount ? amount : BigDecimal.ZERO;
    }

    static double number(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    static String text(Map<String, @Nullable Object> row, String column) {
        return String.valueOf(row.get(column));
    }

    @Override
    public void close() {
        mart.close();
    }
}
