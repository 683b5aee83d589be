package io.arrears.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.mart.MartSchema;
import io.arrears.pipeline.monitoring.MonitoringFigure;
import io.arrears.pipeline.monitoring.MonitoringFile;
import io.arrears.pipeline.sql.DuckDb;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks of a model as they come to the mart. */
final class MonitoringTableTest {
    @Test
    void figuresComeAsRowsAndWhatHasNoBoundIsNull() throws SQLException {
        MonitoringFigure level = new MonitoringFigure("level", "all", "departure", "2026-05-01", -0.8, -0.2, 0.3, true);
        MonitoringFigure drift =
                new MonitoringFigure("drift", "score", "psi", "2026-05-31", 0.02, Double.NaN, 0.03, false);
        try (DuckDb db = DuckDb.inMemory()) {
            db.execute(MartSchema.ddl());
            MonitoringTable.load(db, List.of(new MonitoringFile("m1", "2026-05-31", "alarm", List.of(level, drift))));
            try (Statement statement = db.connection().createStatement();
                    ResultSet rows = statement.executeQuery(
                            "SELECT as_of, status, kind, cycle, value, low, alarm FROM monitoring ORDER BY kind")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString("kind")).isEqualTo("drift");
                assertThat(rows.getObject("low")).isNull();
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString("cycle")).isEqualTo("2026-05-01");
                assertThat(rows.getDouble("value")).isEqualTo(-0.8);
                assertThat(rows.getBoolean("alarm")).isTrue();
                assertThat(rows.getString("as_of") + rows.getString("status")).isEqualTo("2026-05-31alarm");
            }
        }
    }
}
