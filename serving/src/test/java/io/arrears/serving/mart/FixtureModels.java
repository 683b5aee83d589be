package io.arrears.serving.mart;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.duckdb.DuckDBConnection;

/** Writes two invented models with metrics and curves, and what came in. */
final class FixtureModels {
    private static final List<String> CONTENDERS = List.of("xgboost", "logistic", "naive");

    private final DuckDBConnection connection;
    private final LocalDate asOf;

    FixtureModels(DuckDBConnection connection, LocalDate asOf) {
        this.connection = connection;
        this.asOf = asOf;
    }

    void write() throws SQLException {
        try (TableWriter models = new TableWriter(connection, "model")) {
            model(models, FixturePlan.CHAMPION, "champion", asOf.minusDays(31));
            model(models, "m-2026-06", "candidate", asOf.minusDays(1));
        }
        try (TableWriter metrics = new TableWriter(connection, "model_metric");
                TableWriter curves = new TableWriter(connection, "model_curve")) {
            for (String model : List.of(FixturePlan.CHAMPION, "m-2026-06")) {
                for (String target : List.of("pay30", "roll90")) {
                    for (int i = 0; i < CONTENDERS.size(); i++) {
                        metrics(metrics, model, target, i);
                        curves(curves, model, target, i);
                    }
                }
            }
        }
        drops();
        checks();
    }

    /** A quiet check and, a cycle later, an alarm. */
    private void checks() throws SQLException {
        try (TableWriter out = new TableWriter(connection, "monitoring")) {
            check(out, asOf.minusDays(31), "quiet", -0.04);
            check(out, asOf.minusDays(1), "alarm", -0.52);
        }
    }

    private static void check(TableWriter out, LocalDate day, String status, double level) throws SQLException {
        boolean alarm = status.equals("alarm");
        String model = FixturePlan.CHAMPION;
        LocalDate cycle = day.minusDays(30);
        out.row(model, day, status, "level", "all", "departure", cycle, level, -0.2, 0.2, alarm);
        out.row(model, day, status, "slope", "all", "departure", cycle, 0.03, -0.2, 0.2, false);
        out.row(
                model,
                day,
                status,
                "slice",
                "receivable_type=utility",
                "departure",
                cycle,
                2 * level,
                -0.4,
                0.4,
                alarm);
        out.row(model, day, status, "input", "days_past_due", "departure", cycle, 0.1, -0.3, 0.3, false);
        for (int i = 4; i >= 0; i--) {
            LocalDate then = cycle.minusDays(30L * i);
            double off = i == 0 ? level : 0.02 * (i - 2);
            boolean last = alarm && i == 0;
            out.row(model, day, status, "calibration", "all", "intercept", then, off, off - 0.1, off + 0.1, last);
            out.row(model, day, status, "calibration", "all", "slope", then, 0.97, 0.9, 1.04, last);
            out.row(model, day, status, "calibration", "all", "ece", then, 0.02, 0.01, 0.03, last);
            out.row(model, day, status, "calibration", "all", "auc", then, 0.8, 0.78, 0.82, last);
        }
        out.row(model, day, status, "drift", "score", "psi", day, 0.03, null, 0.01, false);
        out.row(model, day, status, "drift", "past_due_amount", "psi", day, 0.14, null, 0.01, false);
        out.row(model, day, status, "drift", "mean_days_late", "psi", day, 0.02, null, 0.01, false);
        out.row(model, day, status, "flips", "spring", "accounts", day, 17.0, 0.0, 260.0, false);
    }

    private static void model(TableWriter out, String id, String role, LocalDate trained) throws SQLException {
        String card = "# Model " + id + "\n\nPredicts payment within 30 days and the roll to 90 days past due.\n";
        out.row(
                id,
                role,
                trained.atTime(3, 15),
                trained.minusMonths(12),
                trained.minusDays(1),
                "0123456789abcdef",
                42L,
                "fixture",
                card);
    }

    private static void metrics(TableWriter out, String model, String target, int contender) throws SQLException {
        double loss = contender * 0.04 + ("m-2026-06".equals(model) ? 0.01 : 0);
        for (String slice : List.of("all", "receivable_type=credit_card", "receivable_type=utility")) {
            String name = CONTENDERS.get(contender);
            metric(out, List.of(model, target, name, slice, "auc"), 0.81 - loss);
            metric(out, List.of(model, target, name, slice, "ks"), 0.48 - loss);
            metric(out, List.of(model, target, name, slice, "brier"), 0.16 + loss / 2);
            metric(out, List.of(model, target, name, slice, "log_loss"), 0.49 + loss);
            metric(out, List.of(model, target, name, slice, "ece"), 0.015 + loss / 4);
            metric(out, List.of(model, target, name, slice, "lift_at_capacity"), 2.4 - loss * 4);
        }
    }

    private static void metric(TableWriter out, List<String> key, double value) throws SQLException {
        out.row(key.get(0), key.get(1), key.get(2), key.get(3), key.get(4), value, value * 0.97, value * 1.03, 4_200L);
    }

    private static void curves(TableWriter out, String model, String target, int contender) throws SQLException {
        String name = CONTENDERS.get(contender);
        double power = 0.3 + contender * 0.2;
        for (int i = 0; i <= 10; i++) {
            double x = i / 10.0;
            double y = Math.pow(x, power);
            double observed = Math.min(1, x * 0.97 + 0.01);
            out.row(model, target, name, "roc", x, y, null, null, 4_200L);
            out.row(model, target, name, "lift", x, Math.pow(x, power + 0.2), null, null, 4_200L);
            out.row(model, target, name, "calibration", x, observed, observed * 0.9, Math.min(1, observed * 1.1), 420L);
        }
    }

    private void drops() throws SQLException {
        try (TableWriter ledger = new TableWriter(connection, "drop_ledger");
                TableWriter quarantine = new TableWriter(connection, "quarantine");
                TableWriter reconciliation = new TableWriter(connection, "reconciliation")) {
            ledger.row("d-1", asOf.minusDays(1).atTime(2, 0), "accounts", 300L, 300L, 0L, 0L);
            ledger.row("d-1", asOf.minusDays(1).atTime(2, 0), "payments", 6_010L, 6_000L, 0L, 10L);
            quarantine.row("d-1", "payments", "negative_amount", 6L, "payments.csv line 17: amount -3.00");
            quarantine.row("d-1", "payments", "unknown_account", 4L, "payments.csv line 90: account_id Z-1");
            reconciliation.row("d-1", "EUR", 0L, 41_000_000L, 36_000_000L, 12_000L, 4_988_000L);
        }
    }
}
