package io.arrears.pipeline.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * What an open account will pay over the horizon, left alone from the as-of date on but for at most one contact today:
 * the functions of {@link Behaviour} integrated over purse and chance, without sampling.
 *
 * <p>Until the first payment everything but the purse is certain, so P(no payment) is a product over the days, spread
 * over the three states of the purse. Expected cash is linear in what is open, so it follows the same recursion. Not
 * looked at: flags, disputes and late fees that are still to come, the exact day a bounce takes back a payment (taken
 * as its own day), and rounding.
 */
final class Outlook {
    private static final IncomeState[] STATES = IncomeState.values();

    private final CaseFile file;
    private final Period period;
    private final List<Coming> coming = new ArrayList<>();
    private final double[] returned = new double[Period.HORIZON_DAYS];
    private final double[] creditedShare = new double[Period.HORIZON_DAYS];
    private final double pastDueMinor;

    /** Money that joins the pot unless paid before. */
    private record Coming(int issued, int due, double openMinor) {}

    /**
     * @param pays probability of at least one payment
     * @param cashMinor expected payments, reversals not taken off
     */
    record Forecast(double pays, double cashMinor) {
        static Forecast mix(double share, Forecast one, Forecast other) {
            return new Forecast(
                    share * one.pays + (1 - share) * other.pays, share * one.cashMinor + (1 - share) * other.cashMinor);
        }
    }

    private Outlook(AccountLife life, Period period) {
        this.file = life.file();
        this.period = period;
        int asOf = period.asOf();
        double pot = 0;
        for (OpenItem item : file.ledger().items()) {
            if (item.pastDueOn(asOf)) {
                pot += item.openMinor();
            } else {
                coming.add(new Coming(item.bill().issued(), item.bill().due(), item.openMinor()));
            }
        }
        pastDueMinor = pot;
        if (!file.billingStopped(asOf)) {
            life.comingBills().forEach(bill -> coming.add(new Coming(bill.issued(), bill.due(), bill.amountMinor())));
        }
        for (Cashier.Bounce bounce : life.cashier().bounces()) {
            returned[bounce.day() - asOf] += bounce.amountMinor();
        }
        noteCredit();
    }

    /** Of an account after its last simulated day. */
    static Outlook of(AccountLife life, Period period) {
        return new Outlook(life, period);
    }

    /**
     * @param felt contacts felt, one made today included
     * @param promised promises pending, those made today included
     */
    Forecast forecast(Influences felt, List<Response.Pledge> promised) {
        Run run = new Run(felt, promised);
        for (int day = period.asOf(); day < period.asOf() + Period.HORIZON_DAYS; day++) {
            if (file.writtenOffOn(file.ledger().daysPastDue(day))) {
                break;
            }
            run.live(day);
        }
        return run.result();
    }

    private void noteCredit() {
        Dispute dispute = file.disputes().open();
        if (dispute == null || !dispute.upheld()) {
            return;
        }
        int at = Math.max(0, dispute.closes() - period.asOf());
        double open = file.ledger().items().stream()
                .filter(item -> item.bill().equals(dispute.bill()) && item.pastDueOn(period.asOf()))
                .mapToLong(OpenItem::openMinor)
                .sum();
        if (at < Period.HORIZON_DAYS && open > 0) {
            creditedShare[at] = dispute.creditShare() * open / pastDueMinor;
        }
    }

    /** One pass over the horizon. Arrays by state hold mass times the probability of the state. */
    private final class Run {
        private final Influences felt;
        private final List<Response.Pledge> promised;
        private final IncomeShocks shocks = file.account().debtor().purse().shocks();
        private final double[] unpaid = new double[STATES.length];
        private final double[] pot = new double[STATES.length];
        private final double[][] due = new double[coming.size()][STATES.length];
        private double certainPot = pastDueMinor;
        private double cash;

        Run(Influences felt, List<Response.Pledge> promised) {
            this.felt = felt;
            this.promised = promised;
            int now = file.income().on(period.asOf()).index();
            unpaid[now] = 1;
            pot[now] = pastDueMinor;
            for (int i = 0; i < due.length; i++) {
                due[i][now] = coming.get(i).openMinor();
            }
        }

        Forecast result() {
            double nothing = 0;
            for (double share : unpaid) {
                nothing += share;
            }
            return new Forecast(Math.max(0, 1 - nothing), cash);
        }

        void live(int day) {
            morning(day);
            for (IncomeState state : STATES) {
                payments(day, state);
            }
            shocks.spread(unpaid);
            shocks.spread(pot);
            for (double[] open : due) {
                shocks.spread(open);
            }
        }

        private void morning(int day) {
            int t = day - period.asOf();
            double mass = unpaid[0] + unpaid[1] + unpaid[2];
            for (int i = 0; i < due.length; i++) {
                if (coming.get(i).due() == day - 1) {
                    certainPot += coming.get(i).openMinor();
                    moveToPot(due[i]);
                }
            }
            if (returned[t] > 0) {
                certainPot += returned[t];
                for (int s = 0; s < STATES.length; s++) {
                    pot[s] += returned[t] * (mass == 0 ? 0 : unpaid[s] / mass);
                }
            }
            certainPot *= 1 - creditedShare[t];
            for (int s = 0; s < STATES.length; s++) {
                pot[s] *= 1 - creditedShare[t];
            }
        }

        private void moveToPot(double[] open) {
            for (int s = 0; s < STATES.length; s++) {
                pot[s] += open[s];
                open[s] = 0;
            }
        }

        private void payments(int day, IncomeState state) {
            int s = state.index();
            double lift = felt.lift(file.account().debtor().persona(), state, day);
            double bounces = file.behaviour().bounces(state);
            for (int i = 0; i < due.length; i++) {
                Coming bill = coming.get(i);
                if (bill.issued() <= day && bill.due() >= day) {
                    double hazard = file.behaviour().dueHazard(day, bill.due(), state, lift);
                    double paid = due[i][s] * hazard;
                    cash += paid;
                    due[i][s] -= paid;
                    pot[s] += paid * bounces;
                    unpaid[s] *= 1 - hazard;
                }
            }
            if (certainPot >= 1) {
                keepPromises(day, state);
                payLate(
                        s,
                        file.behaviour().lateHazard(day, state, lift),
                        file.behaviour().meanShare(state));
            }
        }

        private void keepPromises(int day, IncomeState state) {
            for (Response.Pledge pledge : promised) {
                if (pledge.dueOn() == day) {
                    double keeps = file.behaviour().keepsPromise(day, state);
                    double share = Math.min(1, pledge.amountMinor() / certainPot);
                    int s = state.index();
                    unpaid[s] *= 1 - keeps;
                    cash += pot[s] * keeps * share;
                    pot[s] -= pot[s] * keeps * (pledge.settles() ? 1 : share);
                }
            }
        }

        private void payLate(int s, double hazard, double share) {
            double paid = pot[s] * hazard * share;
            unpaid[s] *= 1 - hazard;
            cash += paid;
            pot[s] -= paid;
        }
    }
}
