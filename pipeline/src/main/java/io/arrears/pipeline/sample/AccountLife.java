package io.arrears.pipeline.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * One account day by day. A day has three parts: the morning brings bills and the creditor's bookings, then somebody
 * may decide on a contact, then the debtor pays or does not. A contact can thus be felt on its own day.
 */
final class AccountLife {
    private static final int LATE_FEE_DAYS = 20;
    private static final int LATE_FEE_TERM_DAYS = 30;
    private static final double SOLD_SHARE = 0.3;
    private static final double PAYS_BY_PHONE = 0.06;

    private final CaseFile file;
    private final Period period;
    private final Randomness randomness;
    private final List<Bill> bills;
    private final Cashier cashier;
    private final ContactDesk desk;
    private final FactSink sink;
    private int billed;
    private int fees;
    private boolean writtenOff;

    private AccountLife(CaseFile file, List<Bill> bills, World world) {
        this.file = file;
        this.bills = bills;
        this.period = world.period();
        this.randomness = world.randomness();
        this.sink = world.sink();
        this.cashier = new Cashier(file, period, sink);
        this.desk = new ContactDesk(file, period, sink);
    }

    /** Before its first day; flags that fate holds are drawn and written here. */
    static AccountLife start(AccountProfile account, IncomePath income, List<Bill> bills, World world) {
        Care care = Care.draw(account, world.period(), world.randomness(), world.sink());
        return new AccountLife(CaseFile.open(account, income, care, world), bills, world);
    }

    CaseFile file() {
        return file;
    }

    Cashier cashier() {
        return cashier;
    }

    ContactDesk desk() {
        return desk;
    }

    /** Bills still to come, those of the horizon included. */
    List<Bill> comingBills() {
        return bills.subList(billed, bills.size());
    }

    /** Something is owed and it is still the creditor's. */
    boolean open() {
        return !writtenOff && !file.ledger().settled();
    }

    void live(int day, Decider decider) {
        if (writtenOff) {
            return;
        }
        Draws draws =
                randomness.on(Randomness.Stream.ACCOUNT_DAY, file.account().ordinal(), day);
        morning(day, draws);
        if (file.ledger().settled()) {
            file.promises().overtaken();
            return;
        }
        if (file.ledger().daysPastDue(day) > 0) {
            Choice choice = decider.decide(file, day, draws);
            if (choice != null) {
                desk.carryOut(choice, day, draws);
            }
            maybeDisputes(day, draws);
        }
        payments(day, draws);
    }

    private void morning(int day, Draws draws) {
        while (billed < bills.size() && bills.get(billed).issued() <= day) {
            Bill bill = bills.get(billed++);
            if (!file.billingStopped(day)) {
                issue(bill);
            }
        }
        cashier.takeBack(day);
        closeDispute(day);
        int daysPastDue = file.ledger().daysPastDue(day);
        if (file.writtenOffOn(daysPastDue)) {
            writeOff(day, draws);
        } else if (daysPastDue == LATE_FEE_DAYS) {
            lateFee(day, draws);
        }
    }

    private void issue(Bill bill) {
        file.ledger().issue(bill);
        sink.invoice(file.account(), bill);
    }

    private void lateFee(int day, Draws draws) {
        Receivable type = file.account().type();
        if (type == Receivable.CREDIT_CARD || type == Receivable.UTILITY) {
            fees++;
            long amount = file.account().tender().minor(draws.between(8, 15));
            String id = file.account().id() + "-F" + fees;
            issue(new Bill(id, day, day + LATE_FEE_TERM_DAYS, amount, Bill.Kind.FEE));
        }
    }

    private void closeDispute(int day) {
        Dispute dispute = file.disputes().closing(day);
        if (dispute == null || !dispute.upheld()) {
            return;
        }
        for (OpenItem item : List.copyOf(file.ledger().items())) {
            if (item.bill().equals(dispute.bill())) {
                cashier.credit(item, Math.max(1, Math.round(dispute.creditShare() * item.openMinor())), day);
            }
        }
    }

    private void writeOff(int day, Draws draws) {
        cashier.forgive(file.ledger().openMinor(), day, Receipt.Kind.WRITE_OFF);
        file.care().raise(new FlagSpell(FlagSpell.Kind.CHARGED_OFF, day, null, null));
        int sold = day + draws.between(20, 60);
        if (draws.chance(SOLD_SHARE) && sold < period.asOf()) {
            file.care().raise(new FlagSpell(FlagSpell.Kind.SOLD, sold, null, null));
        }
        writtenOff = true;
    }

    private void maybeDisputes(int day, Draws draws) {
        double daily = file.account().type().dailyDisputes();
        if (file.disputes().open() == null && draws.chance(daily)) {
            file.disputes().open(file.ledger().items().get(0).bill(), day, draws);
            desk.calledIn(Outcome.DISPUTE, day, draws);
        }
    }

    private void payments(int day, Draws draws) {
        IncomeState state = file.income().on(day);
        double lift = file.lift(day);
        for (OpenItem item : new ArrayList<>(file.ledger().items())) {
            if (!item.pastDueOn(day)
                    && draws.chance(file.behaviour().dueHazard(day, item.bill().due(), state, lift))) {
                cashier.payBill(item, day, draws.chance(file.behaviour().bounces(state)), draws);
            }
        }
        file.promises().fallDue(day).forEach(promise -> maybeKeeps(promise, day, state, draws));
        long pot = file.ledger().potMinor(day);
        if (pot > 0 && draws.chance(file.behaviour().lateHazard(day, state, lift))) {
            payLate(pot, day, state, draws);
        }
        if (file.ledger().daysPastDue(day) == 0) {
            file.promises().overtaken();
        }
    }

    private void maybeKeeps(Promise promise, int day, IncomeState state, Draws draws) {
        long pot = file.ledger().potMinor(day);
        if (pot == 0 || !draws.chance(file.behaviour().keepsPromise(day, state))) {
            return;
        }
        long amount = Math.min(pot, promise.amountMinor());
        cashier.payPot(amount, day, null, draws);
        if (promise.pledge().settles()) {
            cashier.forgive(pot - amount, day, Receipt.Kind.SETTLEMENT_WRITE_OFF);
        }
    }

    private void payLate(long potMinor, int day, IncomeState state, Draws draws) {
        double share = draws.chance(file.behaviour().inFull(state))
                ? 1
                : draws.uniform(Behaviour.LEAST_PART, Behaviour.LARGEST_PART);
        long amount = share == 1
                ? potMinor
                : Math.min(potMinor, file.account().tender().rounded(share * potMinor));
        boolean byPhone = !file.account().debtor().person().business() && draws.chance(PAYS_BY_PHONE);
        if (byPhone) {
            desk.calledIn(Outcome.ACKNOWLEDGED, day, draws);
        }
        cashier.payPot(amount, day, byPhone ? "card_by_phone" : null, draws);
    }
}
