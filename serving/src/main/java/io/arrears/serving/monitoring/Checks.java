package io.arrears.serving.monitoring;

import io.arrears.serving.mart.Mart;
import io.arrears.serving.mart.MartReader;
import io.arrears.serving.mart.Row;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the checks of the run in force. */
final class Checks {
    private static final String CHECKS = """
            SELECT as_of, model_id, status, count(*) FILTER (alarm AND kind <> 'calibration') AS alarms
            FROM monitoring GROUP BY as_of, model_id, status ORDER BY as_of DESC""";
    private static final String FIGURES = """
            SELECT kind, name, metric, cycle, value, low, high, alarm FROM monitoring
            WHERE as_of = CAST(? AS DATE) ORDER BY kind, cycle, name, metric""";

    private final Mart mart;

    Checks(Mart mart) {
        this.mart = mart;
    }

    /**
     * One check.
     *
     * @param status quiet, watch or alarm
     * @param alarms signals and movements out of bounds
     */
    record Check(LocalDate asOf, String modelId, String status, long alarms) {}

    /** One figure, as in the mart's {@code monitoring}; absent where it is not defined or has no bound. */
    record Figure(
            String kind,
            String name,
            String metric,
            LocalDate cycle,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            boolean alarm) {}

    /**
     * Every check, the newest first, and the figures of one.
     *
     * @param asOf of the figures; absent when there is no check
     */
    record Found(List<Check> checks, @Nullable LocalDate asOf, List<Figure> figures) {}

    /** @param asOf of the check whose figures are wanted; null: the newest */
    Found read(@Nullable LocalDate asOf) {
        return mart.read(reader -> read(reader, asOf));
    }

    private static Found read(MartReader reader, @Nullable LocalDate asOf) {
        List<Check> checks = reader.list(
                CHECKS,
                List.of(),
                cells -> new Check(
                        cells.getObject("as_of", LocalDate.class),
                        cells.getString("model_id"),
                        cells.getString("status"),
                        cells.getLong("alarms")));
        LocalDate wanted =
                asOf != null || checks.isEmpty() ? asOf : checks.get(0).asOf();
        List<Figure> figures = wanted == null
                ? List.of()
                : reader.list(FIGURES, List.of(wanted.toString()), cells -> figure(new Row(cells)));
        return new Found(checks, wanted, figures);
    }

    private static Figure figure(Row row) throws SQLException {
        return new Figure(
                row.getText("kind"),
                row.getText("name"),
                row.getText("metric"),
                row.cells().getObject("cycle", LocalDate.class),
                row.findDouble("value"),
                row.findDouble("low"),
                row.findDouble("high"),
                row.cells().getBoolean("alarm"));
    }
}
