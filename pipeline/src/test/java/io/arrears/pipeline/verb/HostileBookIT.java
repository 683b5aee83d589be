package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Accounts at every limit beside a sample portfolio, through every verb: amounts, years, currencies, empty histories. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileBookIT {
    private static final String AS_OF = "2026-07-01";
    private static final String MOST = "900000000000.00";

    @TempDir
    private static Path folder;

    private final List<String> accounts =
            new ArrayList<>(List.of("account_id,receivable_type,currency,opened_on,credit_limit,known_at"));
    private final List<String> invoices =
            new ArrayList<>(List.of("invoice_id,account_id,issued_on,due_on,amount,known_at"));
    private final List<String> payments =
            new ArrayList<>(List.of("payment_id,account_id,paid_on,amount,kind,reverses,known_at"));
    private final List<String> disputes = new ArrayList<>(List.of("dispute_id,account_id,invoice_id,opened_on"));
    private final List<String> promises = new ArrayList<>(List.of("promise_id,account_id,made_on,due_on,amount"));
    private Path home;

    @BeforeAll
    void travel() throws IOException {
        Path sample = folder.resolve("sample");
        home = folder.resolve("home");
        succeed("sample", "--accounts", 300, "--months", 14, "--seed", 5, "--out", sample);
        succeed("run", "--home", home, "--source", sample, "--as-of", AS_OF);
        amounts();
        years();
        currencies();
        emptyHistories();
        Path hostile = Files.createDirectories(folder.resolve("hostile"));
        Files.write(hostile.resolve("accounts.csv"), accounts);
        Files.write(hostile.resolve("invoices.csv"), invoices);
        Files.write(hostile.resolve("payments.csv"), payments);
        Files.write(hostile.resolve("disputes.csv"), disputes);
        Files.write(hostile.resolve("promises.csv"), promises);
        Verbs.Answer ingest = succeed("ingest", "--home", home, "--source", hostile);
        assertThat(ingest.out()).contains("amount_beyond_limit").doesNotContain("unknown_account");
        for (String verb : List.of("features", "score", "plan")) {
            succeed(verb, "--home", home, "--as-of", AS_OF);
        }
        succeed("publish", "--home", home);
    }

    private static Verbs.Answer succeed(Object... arguments) {
        Verbs.Answer answer = Verbs.run(arguments);
        assertThat(answer.exitCode())
                .as("%s: %s", List.of(arguments), answer.err())
                .isZero();
        return answer;
    }

    private void account(String id, String currency, String opened, String limit) {
        accounts.add("%s,other,%s,%s,%s,".formatted(id, currency, opened, limit));
    }

    private void amounts() {
        account("H-most", "EUR", "2025-01-01", MOST);
        account("H-least", "EUR", "2025-01-01", "0");
        invoices.add("HL1,H-least,2026-01-01,2026-02-01,0.01,");
        for (int i = 0; i < 99; i++) {
            invoices.add("HM%d,H-most,2026-01-01,2026-02-01,%s,".formatted(i, MOST));
        }
        payments.add("HM-fits,H-most,2026-03-01,%s,,,".formatted(MOST));
        payments.add("HM-over,H-most,2026-03-02,0.01,,,");
    }

    private void years() {
        account("H-1900", "EUR", "1900-01-01", "");
        account("H-2200", "EUR", "2200-12-31", "");
        accounts.set(accounts.size() - 1, "H-2200,other,EUR,1900-01-01,,1900-01-01T00:00:00Z");
        for (String id : List.of("H-1900", "H-2200")) {
            invoices.add("%s-I1,%s,1900-01-01,1900-01-01,10.00,1900-01-01T00:00:00Z".formatted(id, id));
            invoices.add("%s-I2,%s,1900-01-01,2200-12-31,20.00,2200-12-31T23:59:59Z".formatted(id, id));
            invoices.add("%s-I3,%s,2026-01-01,2200-12-31,30.00,".formatted(id, id));
            payments.add("%s-P1,%s,1900-01-02,1.00,,,".formatted(id, id));
            payments.add("%s-P2,%s,2200-12-31,1.00,,,1900-01-01T00:00:00Z".formatted(id, id));
            promises.add("%s-M1,%s,1900-01-01,2200-12-31,5.00".formatted(id, id));
            disputes.add("%s-D1,%s,,1900-01-01".formatted(id, id));
        }
    }

    private void currencies() {
        for (Map.Entry<String, String> money : Map.of("JPY", "1000", "KWD", "10.125", "CLF", "10.1234", "XAU", "3")
                .entrySet()) {
            String id = "H-" + money.getKey();
            account(id, money.getKey(), "2025-01-01", money.getValue());
            invoices.add("%s-I1,%s,2026-01-01,2026-02-01,%s,".formatted(id, id, money.getValue()));
        }
    }

    private void emptyHistories() {
        for (String id : List.of("H-nothing", "H-no-payments", "H-no-invoices", "H-taken-back", "H-disputes")) {
            account(id, "EUR", "2025-01-01", "");
        }
        invoices.add("HN1,H-no-payments,2026-01-01,2026-02-01,10.00,");
        payments.add("HN2,H-no-invoices,2026-01-01,10.00,,,");
        payments.add("HT1,H-taken-back,2026-01-01,10.00,,,");
        payments.add("HT2,H-taken-back,2026-01-01,10.00,reversal,HT1,");
        invoices.add("HD1,H-disputes,2026-01-01,2026-02-01,10.00,");
        for (int i = 0; i < 3000; i++) {
            disputes.add("HD%d,H-disputes,%s,2026-02-01".formatted(i, i % 2 == 0 ? "HD1" : ""));
        }
    }

    private List<Map<String, String>> export(String table) throws IOException {
        Path out = folder.resolve(table + ".csv");
        succeed("export", table, "--home", home, "--as-of", AS_OF, "--format", "csv", "--out", out);
        return Verbs.csv(out);
    }

    private static Set<String> hostile(List<Map<String, String>> rows) {
        return rows.stream()
                .map(row -> row.get("account_id"))
                .filter(id -> id.startsWith("H-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_feature_is_finite_or_missing() throws IOException {
        List<Map<String, String>> features = export("features");
        assertThat(hostile(features)).hasSize(13);
        for (Map<String, String> row : features) {
            row.forEach((feature, value) -> {
                if (!value.isEmpty() && !feature.equals("account_id") && !feature.equals("as_of")) {
                    assertThat(Double.parseDouble(value))
                            .as("%s of %s", feature, row.get("account_id"))
                            .isFinite();
                }
            });
        }
        Map<String, Map<String, String>> byId =
                features.stream().collect(Collectors.toMap(row -> row.get("account_id"), row -> row));
        assertThat(number(byId, "H-JPY", "open_balance")).isEqualTo(1000);
        assertThat(number(byId, "H-KWD", "open_balance")).isEqualTo(10.125f);
        assertThat(number(byId, "H-CLF", "open_balance")).isEqualTo(10.1234f);
        assertThat(number(byId, "H-most", "open_balance")).isEqualTo((float) (98 * 9e11));
        assertThat(number(byId, "H-1900", "open_balance")).isEqualTo(39);
        assertThat(number(byId, "H-1900", "days_past_due")).isEqualTo(46_202);
    }

    private static float number(Map<String, Map<String, String>> rows, String account, String feature) {
        return Float.parseFloat(rows.get(account).get(feature));
    }

    @Test
    void open_accounts_are_scored_and_planned_and_those_without_a_rate_are_held() throws IOException {
        Set<String> open = Set.of(
                "H-most",
                "H-least",
                "H-1900",
                "H-2200",
                "H-JPY",
                "H-KWD",
                "H-CLF",
                "H-XAU",
                "H-no-payments",
                "H-disputes");
        List<Map<String, String>> scores = export("scores");
        List<Map<String, String>> plan = export("plan");
        assertThat(hostile(scores)).isEqualTo(new TreeSet<>(open)).isEqualTo(hostile(plan));
        assertThat(scores).allSatisfy(row -> {
            assertThat(Double.parseDouble(row.get("pay_probability_30d"))).isBetween(0.0, 1.0);
            assertThat(Double.parseDouble(row.get("expected_cash_30d")))
                    .isFinite()
                    .isNotNegative();
        });
        assertThat(plan).allSatisfy(row -> {
            assertThat(Double.parseDouble(row.get("net_value"))).isFinite();
            if (row.get("account_id").matches("H-(CLF|XAU)")) {
                assertThat(row.get("action")).isEqualTo("none");
                assertThat(row.get("hold_reason")).isNotBlank();
            }
        });
        assertThat(export("values")).allSatisfy(row -> {
            if (row.get("account_id").matches("H-(CLF|XAU)")
                    && !row.get("action").equals("none")) {
                assertThat(row.get("blocked_by")).startsWith("no exchange rate for ");
            }
        });
    }

    @Test
    void nothing_unknown_leaks_from_hostile_accounts_either() {
        assertThat(succeed("features", "--home", home, "--as-of", "2026-03-01", "--prove-truncation", "--json")
                        .out())
                .contains("\"vectors_differing\" : 0");
    }
}
