package io.arrears.pipeline.publish;

import io.arrears.pipeline.monitoring.MonitoringFigure;
import io.arrears.pipeline.monitoring.MonitoringFile;
import io.arrears.pipeline.sql.DuckDb;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** What checks of models found, as a table of the mart. */
final class MonitoringTable {
    private MonitoringTable() {}

    static void load(DuckDb db, List<MonitoringFile> checks) throws SQLException {
        try (Rows rows = new Rows(db, "monitoring", 11)) {
            for (MonitoringFile check : checks) {
                for (MonitoringFigure figure : check.figures()) {
                    rows.add(
                            check.modelId(),
                            LocalDate.parse(check.asOf()),
                            check.status(),
                            figure.kind(),
                            figure.name(),
                            figure.metric(),
                            LocalDate.parse(figure.cycle()),
                            finite(figure.value()),
                            finite(figure.low()),
                            finite(figure.high()),
                            figure.alarm());
                }
            }
        }
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
