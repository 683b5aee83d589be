package io.arrears.pipeline.book;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.assessment.DebtorShare;
import io.arrears.model.contact.RulePacks;
import io.arrears.model.decision.PlanEntry;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.Strategy;
import io.arrears.pipeline.sql.DuckDb;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the accounts of one debtor together within the law: arms that a plan chose for several of them and that don't go
 * together are taken from the account they are worth less to, and the book is planned anew, so that others get what these
 * would have taken.
 */
final class DebtorClaims {
    private static final int ROUNDS = 4;

    private final Strategy strategy;
    private final DebtorAccounts debtors;
    private final DebtorBook book;
    private final DebtorShare share;
    private final Map<String, PlanEntry> entries = new HashMap<>();
    private final LostArms lost = new LostArms(new HashMap<>());

    private DebtorClaims(Strategy strategy, DebtorAccounts debtors) {
        this.strategy = strategy;
        this.debtors = debtors;
        this.book = DebtorBook.of(debtors.debtors());
        this.share = new DebtorShare(RulePacks.inForce(strategy.rulePacks()), strategy);
    }

    /** What the accounts of debtors with several want, from the values written by {@link ValueFold}. */
    static DebtorClaims read(Strategy strategy, DebtorAccounts debtors, Path values) throws SQLException {
        DebtorClaims claims = new DebtorClaims(strategy, debtors);
        if (!debtors.debtors().isEmpty()) {
            try (DuckDb db = DuckDb.inMemory()) {
                claims.read(db, DuckDb.parquet(values));
            }
        }
        return claims;
    }

    private void read(DuckDb db, String values) throws SQLException {
        db.execute("CREATE TABLE several (account_id VARCHAR)");
        try (PreparedStatement insert = db.connection().prepareStatement("INSERT INTO several VALUES (?)")) {
            for (List<KnownHistory> accounts : debtors.debtors()) {
                for (KnownHistory account : accounts) {
                    insert.setString(1, account.id().value());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
        try (PreparedStatement select = db.connection()
                        .prepareStatement(("SELECT account_id, arm, merit_minor, members, past_due, drawn FROM %s "
                                        + "SEMI JOIN several USING (account_id) ORDER BY account_id, arm")
                                .formatted(values));
                ResultSet rows = select.executeQuery()) {
            double[] merits = new double[strategy.arms().size()];
            while (rows.next()) {
                int arm = BookAllocation.readMerit(rows, merits);
                if (arm == merits.length - 1) {
                    entries.put(rows.getString(1), BookAllocation.entry(rows, merits.clone()));
                }
            }
        }
    }

    /** Makes a plan of what is left to accounts. */
    interface Planning {
        BookPlan plan(LostArms lost) throws SQLException;
    }

    /** Plans until every debtor is within the law. */
    BookPlan settle(Planning planning) throws SQLException {
        BookPlan plan = planning.plan(lost);
        for (int round = 1; contest(plan); round++) {
            if (round == ROUNDS) {
                keepOnly(plan);
            }
            plan = planning.plan(lost);
        }
        return plan;
    }

    /** Every arm that accounts have lost so far. */
    LostArms lost() {
        return lost;
    }

    /** What a settled plan says: accounts that lost arms aren't settled by its prices. */
    PlanFold.Given given(BookPlan plan) {
        HashMap<String, Integer> exceptions = new HashMap<>(plan.given().exceptions());
        Map<String, Integer> chosen = chosen(plan);
        lost.losers().forEach(account -> exceptions.put(account, chosen.getOrDefault(account, 0)));
        return new PlanFold.Given(plan.given().prices(), exceptions);
    }

    /** Takes arms from accounts where the debtor can't be contacted so often; answers if it took any. */
    private boolean contest(BookPlan plan) {
        Map<String, Integer> chosen = chosen(plan);
        boolean any = false;
        for (List<KnownHistory> debtor : debtors.debtors()) {
            Map<String, BitSet> losers =
                    share.settle(claims(debtor, chosen, plan.plan().prices()));
            losers.forEach((account, arms) -> lost.byAccount()
                    .computeIfAbsent(account, key -> new BitSet())
                    .or(arms));
            any |= !losers.isEmpty();
        }
        return any;
    }

    /** Leaves every account only what a plan gave it and has not been taken since: nothing can be contested any more. */
    private void keepOnly(BookPlan plan) {
        Map<String, Integer> chosen = chosen(plan);
        for (String account : entries.keySet()) {
            BitSet gone = lost.byAccount().computeIfAbsent(account, key -> new BitSet());
            int kept = chosen.getOrDefault(account, 0);
            boolean keeps = kept > 0 && !gone.get(kept);
            gone.set(1, strategy.arms().size());
            if (keeps) {
                gone.clear(kept);
            }
        }
    }

    /** The arms that a plan gave the accounts it doesn't leave alone. */
    private Map<String, Integer> chosen(BookPlan plan) {
        PlanFold.Given given = plan.given();
        Map<String, Integer> chosen = new HashMap<>();
        entries.forEach((account, whole) -> {
            PlanEntry entry = lost.restrict(account, whole);
            Integer exception = given.exceptions().get(account);
            int arm = exception != null
                    ? exception
                    : entry.drawn() != PlanEntry.FREE
                            ? entry.drawn()
                            : best(entry, plan.plan().prices());
            if (arm != 0) {
                chosen.put(account, arm);
            }
        });
        return chosen;
    }

    private int best(PlanEntry entry, Prices prices) {
        double[] charges = prices.charges(strategy, entry.members());
        double[] merits = entry.merits();
        int best = 0;
        for (int arm = 1; arm < merits.length; arm++) {
            best = merits[arm] - charges[arm] > merits[best] - charges[best] ? arm : best;
        }
        return best;
    }

    private List<DebtorShare.Claim> claims(List<KnownHistory> debtor, Map<String, Integer> chosen, Prices prices) {
        List<DebtorShare.Claim> claims = new ArrayList<>();
        for (KnownHistory known : debtor) {
            String account = known.id().value();
            Integer arm = chosen.get(account);
            PlanEntry entry = entries.get(account);
            if (arm != null && entry != null) {
                double lead = entry.merits()[arm] - prices.charges(strategy, entry.members())[arm];
                claims.add(new DebtorShare.Claim(known, book.others(account), arm, entry.drawn() > 0, lead));
            }
        }
        return claims.size() > 1 ? claims : List.of();
    }
}
