package io.arrears.pipeline.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.AccountProfile;
import io.arrears.model.account.Days;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Party;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.decision.Strategy;
import io.arrears.pipeline.sql.DuckDb;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan never contacts a debtor more often than the law allows, however many accounts want it. */
final class DebtorClaimsTest {
    private static final int DAY = Days.of(LocalDate.of(2026, 3, 10));
    private static final Strategy STRATEGY = Strategy.parse("""
            strategy: claims
            currency: EUR
            arms:
              - {action: reminder, channel: email, cost: 0.02}
              - {action: reminder, channel: call, cost: 3}
            capacities: {call: 10}
            rule_packs: [house-default]
            """);

    @TempDir
    private Path folder;

    private static KnownHistory account(String id, String debtor) {
        Account account = new Account(
                new AccountId(id),
                debtor,
                ReceivableType.CONSUMER_LOAN,
                Currency.getInstance("EUR"),
                18_000,
                new AccountProfile(Party.FIRST_PARTY, "DE", List.of(ZoneId.of("Europe/Berlin")), null, null, null),
                Map.of(),
                0);
        return AccountHistory.of(account.id(), List.of(account)).knownAtStartOf(DAY);
    }

    /** Writes values of 60 accounts, two or three with each of the first debtors; every fifth is drawn to be e-mailed. */
    private Path values(List<List<KnownHistory>> debtors, double scale) throws SQLException {
        Random random = new Random(2);
        Path values = folder.resolve("values-" + scale);
        try (DuckDb db = DuckDb.inMemory()) {
            db.execute("CREATE TABLE value (account_id VARCHAR, arm INTEGER, merit_minor DOUBLE, members BIGINT, "
                    + "past_due BOOLEAN, drawn INTEGER)");
            int number = 0;
            for (List<KnownHistory> accounts : debtors) {
                for (KnownHistory account : accounts) {
                    String drawn = number++ % 5 == 0 ? "1" : "NULL";
                    double[] merits = {0, random.nextDouble() * 100, random.nextDouble() * 1000 * scale};
                    for (int arm = 0; arm < 3; arm++) {
                        db.execute("INSERT INTO value VALUES ('%s', %d, %s, 1, true, %s)"
                                .formatted(account.id(), arm, merits[arm], drawn));
                    }
                }
            }
            values.toFile().mkdirs();
            db.execute("COPY value TO '%s/part-0.parquet' (FORMAT parquet)".formatted(values));
        }
        return values;
    }

    private static List<List<KnownHistory>> debtors() {
        List<List<KnownHistory>> debtors = new ArrayList<>();
        for (int d = 0; d < 30; d++) {
            List<KnownHistory> accounts = new ArrayList<>();
            for (int a = 0; a < (d < 10 ? 3 : d < 20 ? 2 : 1); a++) {
                accounts.add(account("A-%02d-%d".formatted(d, a), "D-" + d));
            }
            debtors.add(accounts);
        }
        return debtors;
    }

    private record Settled(Map<String, Integer> arms, DebtorClaims claims, BookPlan plan) {}

    private static Settled settle(List<List<KnownHistory>> several, Path values) throws SQLException {
        DebtorClaims claims = DebtorClaims.read(STRATEGY, new DebtorAccounts(several), values);
        BookAllocation book = (BookAllocation) claims.settle(lost -> BookAllocation.of(STRATEGY, values, lost));
        return new Settled(book.arms(), claims, book);
    }

    private static List<List<KnownHistory>> several(List<List<KnownHistory>> debtors) {
        return debtors.stream().filter(accounts -> accounts.size() > 1).toList();
    }

    @Test
    void everyDebtorIsContactedOnceAndWhatTheOthersLeaveGoesToSomebodyElse() throws SQLException {
        List<List<KnownHistory>> debtors = debtors();
        Settled settled = settle(several(debtors), values(debtors, 1));
        Map<String, Integer> arms = settled.arms();
        Set<String> contacted = new HashSet<>();
        for (String account : arms.keySet()) {
            assertThat(contacted.add(account.substring(0, 4)))
                    .as("%s in %s", account, arms)
                    .isTrue();
        }
        assertThat(contacted).hasSize(30);
        assertThat(arms.values().stream().filter(arm -> arm == 2)).hasSize(10);
        Map<String, Integer> exceptions = settled.claims().given(settled.plan()).exceptions();
        assertThat(settled.claims().lost().losers())
                .isNotEmpty()
                .allMatch(account -> exceptions.get(account).equals(arms.getOrDefault(account, 0)));
    }

    @Test
    void withoutTheClaimsOfDebtorsItWouldContactThemOnEveryAccount() throws SQLException {
        assertThat(settle(List.of(), values(debtors(), 1)).arms()).hasSize(60);
    }

    @Test
    void chanceKeepsItsArmAgainstValue() throws SQLException {
        List<List<KnownHistory>> debtors = debtors();
        Map<String, Integer> arms =
                settle(several(debtors), values(debtors, 100)).arms();
        int number = 0;
        for (List<KnownHistory> accounts : debtors) {
            boolean free = true;
            for (KnownHistory account : accounts) {
                if (number++ % 5 == 0 && free) {
                    assertThat(arms.get(account.id().value()))
                            .as("%s", account.id())
                            .isEqualTo(1);
                    free = false;
                }
            }
        }
    }
}
