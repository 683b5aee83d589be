package io.arrears.model.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.Account;
import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.contact.CaseText;
import io.arrears.model.contact.OtherAccounts;
import io.arrears.model.contact.RulePacks;
import io.arrears.model.decision.Strategy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two accounts of one debtor never together take more than the law leaves the debtor. */
final class DebtorShareTest {
    private static final Strategy STRATEGY = Strategy.parse("""
            strategy: share
            currency: EUR
            arms:
              - {action: reminder, channel: email, cost: 0.02}
              - {action: reminder, channel: call, cost: 3}
              - {action: reminder, channel: letter, cost: 1}
            """);
    private static final int EMAIL = 1;
    private static final int CALL = 2;

    private static final String DEBT = """
            account consumer_loan EUR first_party - Europe/Berlin
            invoice 2026-01-10 500.00
            """;

    private static KnownHistory account(String id, String contacts) {
        KnownHistory told = CaseText.known("2026-03-10T00:00:00Z", DEBT + contacts);
        Account account = told.getAccount();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Account(
                new AccountId(id),
                "debtor",
                account.type(),
                account.currency(),
                account.openedDay(),
                account.profile(),
                Map.of(),
                0));
        facts.addAll(told.contacts());
        return AccountHistory.of(new AccountId(id), facts).knownAt(told.asOfMicros());
    }

    private static RulePacks atMost(int contacts, int days) {
        return RulePacks.parse(List.of("""
                pack: share
                citation: none
                rules:
                  - {id: cap, kind: cap, scope: creditor_person, window: {consecutive_days: %d}, block_at: %d}
                """.formatted(days, contacts)));
    }

    private static DebtorShare.Claim claim(
            KnownHistory known, int arm, boolean drawn, double lead, KnownHistory... others) {
        return new DebtorShare.Claim(known, OtherAccounts.of(List.of(others)), arm, drawn, lead);
    }

    private static BitSet all() {
        BitSet all = new BitSet();
        all.set(EMAIL, 4);
        return all;
    }

    @Test
    void theContactWorthMoreTakesTheOneSlotOfTheDay() {
        DebtorShare share = new DebtorShare(RulePacks.named(List.of("house-default")), STRATEGY);
        KnownHistory a = account("A", "");
        KnownHistory b = account("B", "");
        assertThat(share.settle(List.of(claim(a, EMAIL, false, 5, b), claim(b, CALL, false, 9, a))))
                .isEqualTo(Map.of("A", all()));
        assertThat(share.settle(List.of(claim(a, EMAIL, false, 9, b), claim(b, CALL, false, 5, a))))
                .isEqualTo(Map.of("B", all()));
    }

    @Test
    void chanceGoesBeforeValue() {
        DebtorShare share = new DebtorShare(atMost(1, 1), STRATEGY);
        KnownHistory a = account("A", "");
        KnownHistory b = account("B", "");
        assertThat(share.settle(List.of(claim(a, EMAIL, true, -3, b), claim(b, CALL, false, 9, a))))
                .containsOnlyKeys("B");
    }

    @Test
    void contactsMadeOnTheOtherAccountLeaveFewer() {
        DebtorShare share = new DebtorShare(atMost(3, 7), STRATEGY);
        KnownHistory a = account("A", "contact 2026-03-08T10:00:00Z email delivered\n");
        KnownHistory b = account("B", "");
        assertThat(share.settle(List.of(claim(a, EMAIL, false, 5, b), claim(b, CALL, false, 9, a))))
                .isEmpty();
        KnownHistory busier = account(
                "A", "contact 2026-03-08T10:00:00Z email delivered\ncontact 2026-03-09T10:00:00Z call no_answer\n");
        assertThat(share.settle(List.of(claim(busier, EMAIL, false, 5, b), claim(b, CALL, false, 9, busier))))
                .containsOnlyKeys("A");
    }

    @Test
    void rulesOfOneAccountAloneAreNotShared() {
        RulePacks perAccount = RulePacks.parse(List.of("""
                pack: share
                citation: none
                rules:
                  - {id: cap, kind: cap, scope: account, window: {consecutive_days: 7}, block_at: 1}
                """));
        KnownHistory a = account("A", "");
        KnownHistory b = account("B", "");
        assertThat(new DebtorShare(perAccount, STRATEGY)
                        .settle(List.of(claim(a, EMAIL, false, 5, b), claim(b, CALL, false, 9, a))))
                .isEmpty();
    }

    @Test
    void togetherTheyNeverExceedTheCapAndNeverLeaveRoomUnused() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            int most = 1 + random.nextInt(4);
            int made = random.nextInt(most);
            int accounts = 2 + random.nextInt(4);
            DebtorShare share = new DebtorShare(atMost(most, 7), STRATEGY);
            List<KnownHistory> known = new ArrayList<>();
            for (int n = 0; n < accounts; n++) {
                known.add(account("A-" + n, n == 0 ? "contact 2026-03-08T10:00:00Z sms delivered\n".repeat(made) : ""));
            }
            List<DebtorShare.Claim> claims = new ArrayList<>();
            for (KnownHistory one : known) {
                KnownHistory[] others =
                        known.stream().filter(other -> other != one).toArray(KnownHistory[]::new);
                claims.add(claim(one, 1 + random.nextInt(3), random.nextInt(4) == 0, random.nextDouble(), others));
            }
            int kept = accounts - share.settle(claims).size();
            assertThat(kept).isEqualTo(Math.min(accounts, most - made));
        }
    }
}
