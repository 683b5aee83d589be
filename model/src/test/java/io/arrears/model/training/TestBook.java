package io.arrears.model.training;

import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.Feature;
import io.arrears.model.feature.FeatureSchema;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.Target;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;

/** Training rows as the pipeline writes them, from a formula: late payers pay less often. */
final class TestBook {
    static final FeatureSchema SCHEMA = new FeatureSchema(List.of(
            feature("mean_days_late", "days", "mean days late"),
            feature("days_past_due", "days", "days past due"),
            feature("past_due_amount", "currency units", "amount past due"),
            feature("due_next_30d_amount", "currency units", "amount due soon"),
            feature("days_since_last_payment", "days", "days since the last payment"),
            feature("noise", "share", "noise")));

    private TestBook() {}

    private static Feature feature(String name, String unit, String phrase) {
        return new Feature(name, phrase, unit, name, "sometimes", phrase);
    }

    static TrainingRequest request() {
        return new TrainingRequest(
                EnumSet.allOf(Target.class),
                Horizons.STANDARD,
                AttributeCatalogue.EMPTY,
                42,
                "test",
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    /**
     * Writes Parquet and reads it back.
     *
     * @param months as-of dates, a month apart
     * @param pay30 SQL of the label, over {@code p}, its probability, and {@code u}, a uniform draw
     */
    static TrainingTable write(Path folder, int accounts, int months, String pay30) {
        return write(folder, accounts, months, pay30, "CASE WHEN account_id LIKE '%1' THEN 'f' ELSE 'm' END");
    }

    /** @param audit SQL of the audit column */
    static TrainingTable write(Path folder, int accounts, int months, String pay30, String audit) {
        int from = (int) LocalDate.of(2024, 1, 1).toEpochDay();
        String rows = """
                SELECT *, 0.3 + 0.6 * (hash(account_id || 'r', as_of) %% 1000) / 1000 AS ratio,
                  1 / (1 + exp(0.12 * coalesce(mean_days_late, 25) - 1.5 + 0.01 * days_past_due)) AS p,
                  (hash(account_id || 'u', as_of) %% 100000) / 100000 AS u
                FROM (SELECT 'A' || a AS account_id, CAST(%d + 31 * m AS INTEGER) AS as_of,
                  CASE WHEN a %% 3 = 0 THEN 'utility' ELSE 'consumer_loan' END AS receivable_type,
                  'seg' || a %% 2 AS segment,
                  CASE WHEN hash('n' || a) %% 10 = 0 THEN NULL ELSE CAST(hash('l' || a) %% 40 AS REAL) END AS mean_days_late,
                  CAST(hash('d' || a || m) %% 120 AS REAL) AS days_past_due,
                  CAST(hash('x' || a) %% 500 AS REAL) AS past_due_amount,
                  CAST(100 AS REAL) AS due_next_30d_amount,
                  CAST(hash('s' || a || m) %% 60 AS REAL) AS days_since_last_payment,
                  CAST((hash('z' || a || m) %% 1000) / 1000 AS REAL) AS noise
                  FROM range(%d) t(a), range(%d) s(m))""".formatted(from, accounts, months);
        String labelled = """
                SELECT * EXCLUDE (ratio, p, u), pay30,
                  CASE WHEN pay30 IS NULL THEN NULL ELSE pay30 * ratio * (past_due_amount + 100) END AS cash30,
                  CASE WHEN days_past_due >= 90 OR as_of > %d THEN NULL ELSE CAST(u > 0.5 + p / 2 AS DOUBLE) END AS roll90,
                  %s AS audit_sex
                FROM (SELECT *, CAST(%s AS DOUBLE) AS pay30 FROM (%s))""".formatted(from + 31 * 9, audit, pay30, rows);
        return write(folder.resolve("rows.parquet"), labelled, SCHEMA);
    }

    static TrainingTable write(Path folder, int accounts, int months) {
        return write(folder, accounts, months, "u < p");
    }

    /** Attempts by call, which seldom meet anybody but in the evening, and by sms, which often do. */
    static TrainingTable writeAttempts(Path folder, int accounts, int days) {
        FeatureSchema schema = Scorer.rowSchema(Target.REACH, SCHEMA);
        int from = (int) LocalDate.of(2024, 1, 1).toEpochDay();
        String attempts = """
                SELECT 'A' || a AS account_id, CAST(%d + 3 * d AS INTEGER) AS as_of, 'utility' AS receivable_type,
                  NULL AS segment, 'c' || a || '-' || d AS event_id, CAST(hash('l' || a) %% 40 AS REAL) AS mean_days_late,
                  a %% 2 AS by_call, d %% 2 AS evening, (hash('u' || a || d) %% 100000) / 100000 AS u
                FROM range(%d) t(a), range(%d) s(d)""".formatted(from, accounts, days);
        StringBuilder columns = new StringBuilder();
        for (String name : schema.names()) {
            String value = switch (name) {
                case "mean_days_late" -> "mean_days_late";
                case "attempt_channel_call" -> "by_call";
                case "attempt_channel_sms" -> "1 - by_call";
                case "attempt_window_evening" -> "evening";
                default -> "0";
            };
            columns.append("CAST(%s AS REAL) AS %s, ".formatted(value, name));
        }
        String rows = """
                SELECT * EXCLUDE (mean_days_late, by_call, evening, u), %s
                  CAST(u < CASE WHEN by_call = 0 THEN 0.6 WHEN evening = 1 THEN 0.4 ELSE 0.1 END
                    - mean_days_late / 400 AS DOUBLE) AS reach,
                  CAST(1 AS DOUBLE) AS weight, CAST(as_of + 6 AS INTEGER) AS through_day
                FROM (%s)""".formatted(columns, attempts);
        return write(folder.resolve("attempts.parquet"), rows, schema);
    }

    private static TrainingTable write(Path file, String sql, FeatureSchema schema) {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(sql, file));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return TrainingTable.read(file, schema);
    }
}
