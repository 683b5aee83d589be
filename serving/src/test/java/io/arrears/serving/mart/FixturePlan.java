package io.arrears.serving.mart;

import io.arrears.model.account.Days;
import io.arrears.model.account.FlagKind;
import io.arrears.model.account.KnownHistory;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Writes invented scores, reasons, arm values, plan and prices of the open accounts: smooth in days past due. */
final class FixturePlan {
    static final String CHAMPION = "m-2026-05";
    private static final int CALLS = 25;
    private static final int LETTERS = 40;

    private record Arm(String action, String channel, String window, double costMinor, double uplift) {}

    private static final Arm NONE = new Arm("none", "none", "any", 0, 0);
    private static final List<Arm> ARMS = List.of(
            NONE,
            new Arm("reminder", "email", "any", 2, 0.02),
            new Arm("reminder", "letter", "any", 90, 0.05),
            new Arm("plan_offer", "call", "evening", 450, 0.12));

    private record Open(String id, KnownHistory known, double payProbability, double valueMinor) {}

    private final DuckDBConnection connection;
    private final LocalDate asOf;

    FixturePlan(DuckDBConnection connection, LocalDate asOf) {
        this.connection = connection;
        this.asOf = asOf;
    }

    void write(List<FixtureBook.Entry> book) throws SQLException {
        List<Open> open = new ArrayList<>();
        for (FixtureBook.Entry entry : book) {
            KnownHistory known = entry.history().knownAtStartOf(Days.of(asOf));
            if (known.isOpen()) {
                double probability = 0.92 * Math.exp(-known.daysPastDue() / 70.0) + 0.02;
                open.add(new Open(
                        entry.id().value(), known, probability, known.ledger().openMinor()));
            }
        }
        scores(open);
        values(open);
        plan(open);
    }

    private void scores(List<Open> open) throws SQLException {
        try (TableWriter scores = new TableWriter(connection, "score");
                TableWriter reasons = new TableWriter(connection, "reason")) {
            for (Open account : open) {
                int past = account.known().daysPastDue();
                double p = account.payProbability();
                Double roll = past >= 90 ? null : (Double) Math.min(0.95, past / 100.0 + 0.03);
                scores.row(account.id(), CHAMPION, p, p * account.valueMinor() * 0.8, roll);
                reasons.row(account.id(), 1, "daysPastDue", (double) past, 0.9 - past / 40.0, past + " days past due");
                reasons.row(account.id(), 2, "daysSinceLastPayment", 21.0, 0.31, "21 days since the last payment");
                reasons.row(account.id(), 3, "brokenPromises", null, -0.12, "no promise was made yet");
            }
        }
    }

    private void values(List<Open> open) throws SQLException {
        try (TableWriter out = new TableWriter(connection, "arm_value")) {
            for (Open account : open) {
                for (Arm arm : ARMS) {
                    String blocked = blockedBy(account, arm);
                    double p = Math.min(1, account.payProbability() + arm.uplift());
                    out.row(
                            account.id(),
                            arm.action(),
                            arm.channel(),
                            arm.window(),
                            blocked == null,
                            blocked,
                            arm.equals(NONE) ? null : (Double) 0.6,
                            p,
                            p * account.valueMinor() * 0.8,
                            arm.costMinor(),
                            net(account, arm));
                }
            }
        }
    }

    private static double net(Open account, Arm arm) {
        return arm.uplift() * account.valueMinor() * 0.8 - arm.costMinor();
    }

    private static @Nullable String blockedBy(Open account, Arm arm) {
        if (arm.equals(NONE)) {
            return null;
        }
        if (account.known().isFlagged(FlagKind.BANKRUPTCY)) {
            return "bankruptcy";
        }
        boolean disputed = account.known().disputes().stream()
                .anyMatch(dispute -> dispute.isOpenOn(account.known().asOfDay()));
        return disputed ? "open-dispute" : null;
    }

    private void plan(List<Open> open) throws SQLException {
        List<Open> ranked = new ArrayList<>(open);
        ranked.sort(Comparator.comparingDouble((Open account) -> -net(account, ARMS.get(3)))
                .thenComparing(Open::id));
        int calls = 0;
        int letters = 0;
        try (TableWriter out = new TableWriter(connection, "plan")) {
            for (int rank = 1; rank <= ranked.size(); rank++) {
                Open account = ranked.get(rank - 1);
                String held = blockedBy(account, ARMS.get(1));
                boolean due = account.known().daysPastDue() > 0;
                Arm arm = NONE;
                if (held == null && due && net(account, ARMS.get(3)) > 0 && calls < CALLS) {
                    arm = ARMS.get(3);
                    calls++;
                } else if (held == null && due && net(account, ARMS.get(2)) > 0 && letters < LETTERS) {
                    arm = ARMS.get(2);
                    letters++;
                } else if (held == null && due) {
                    arm = ARMS.get(1);
                }
                row(out, account, rank, arm, held != null ? held : due ? null : "not past due");
            }
        }
        prices(calls, letters);
    }

    private void row(TableWriter out, Open account, int rank, Arm arm, @Nullable String held) throws SQLException {
        boolean none = arm.equals(NONE);
        out.row(
                account.id(),
                rank,
                arm.action(),
                arm.channel(),
                arm.window(),
                none ? 0.0 : net(account, arm),
                arm.equals(ARMS.get(3)) ? 210.0 : 0.0,
                0.98,
                none ? null : asOf.atTime(7, 0),
                none ? null : asOf.atTime(19, 0),
                held,
                none ? null : "none/none/any",
                none ? null : (Double) (net(account, arm) / 3));
    }

    private void prices(int calls, int letters) throws SQLException {
        try (TableWriter out = new TableWriter(connection, "price")) {
            out.row("call", "contacts", (double) CALLS, (double) calls, 210.0);
            out.row("letters", "contacts", (double) LETTERS, (double) letters, letters < LETTERS ? 0.0 : 12.5);
            out.row("budget", "EUR", 5_000.0, calls * 4.5 + letters * 0.9, 0.0);
        }
    }
}
