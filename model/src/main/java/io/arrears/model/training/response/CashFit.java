package io.arrears.model.training.response;

import io.arrears.model.training.evaluation.AccountEstimate;
import io.arrears.model.training.evaluation.Interval;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How amounts per payment differ between those who paid after an action and those who paid when left alone, equally late:
 * actions belong to stages, and so do amounts. Where the log has propensities, a decision weighs their inverse, as if every
 * arm had been chosen regardless of the account; decisions without one are then left out.
 */
final class CashFit {
    /** Larger ratios are cut: a few settled-in-full accounts would speak for all. */
    private static final double LARGEST_RATIO = 10;
    /** Last days past due of each stage but the last. */
    private static final int[] STAGES = {0, 3, 7, 14, 30, 60, 90, 120};

    private final int accounts;
    /** Of those left alone, by stage. */
    private final Paid[] alone;

    private final SortedMap<String, Paid> byAction = new TreeMap<>();

    /** Payments, by account, each with what it is compared with. */
    private static final class Paid {
        private final double[] amounts;
        private final double[] compared;
        private final double[] weightOfStage = new double[STAGES.length + 1];
        private double weight;
        private double squares;

        Paid(int accounts) {
            this.amounts = new double[accounts];
            this.compared = new double[accounts];
        }

        void add(int account, int stage, double amount, double weight, double usual) {
            amounts[account] += weight * amount;
            compared[account] += weight * usual;
            weightOfStage[stage] += weight;
            this.weight += weight;
            squares += weight * weight;
        }

        AccountEstimate ratio() {
            return AccountEstimate.ratio(amounts, compared);
        }

        double sumCompared() {
            return Arrays.stream(compared).sum();
        }

        /** As many as tell as much when they weigh the same. */
        double payments() {
            return weight * weight / squares;
        }
    }

    /** A payment after a decision. */
    private record Payment(int account, int stage, String action, double amount, double weight) {}

    private CashFit(int accounts) {
        this.accounts = accounts;
        this.alone = new Paid[STAGES.length + 1];
        Arrays.setAll(alone, stage -> new Paid(accounts));
    }

    static CashFit of(List<ResponseRow> rows) {
        Map<Integer, Integer> places = new HashMap<>();
        rows.forEach(row -> places.putIfAbsent(row.account(), places.size()));
        boolean weighted = rows.stream().anyMatch(row -> !Double.isNaN(row.propensity()));
        List<Payment> payments = rows.stream()
                .filter(row -> Boolean.TRUE.equals(row.paid()) && row.cashRatio() >= 0)
                .filter(row -> !weighted || !Double.isNaN(row.propensity()))
                .map(row -> new Payment(
                        places.getOrDefault(row.account(), 0),
                        stage(row.context().daysPastDue()),
                        row.arm().isNone() ? "" : row.arm().action(),
                        Math.min(LARGEST_RATIO, row.cashRatio()),
                        weighted ? 1 / row.propensity() : 1))
                .toList();
        CashFit fit = new CashFit(places.size());
        payments.stream().filter(payment -> payment.action.isEmpty()).forEach(fit::addAlone);
        double[] usual = Arrays.stream(fit.alone)
                .mapToDouble(paid -> paid.ratio().value())
                .toArray();
        payments.stream()
                .filter(payment -> !payment.action.isEmpty() && usual[payment.stage] > 0)
                .forEach(payment -> fit.addContacted(payment, usual[payment.stage]));
        return fit;
    }

    private static int stage(int daysPastDue) {
        int at = Arrays.binarySearch(STAGES, daysPastDue);
        return at < 0 ? -at - 1 : at;
    }

    private void addAlone(Payment payment) {
        alone[payment.stage].add(payment.account, payment.stage, payment.amount, payment.weight, 1);
    }

    /** @param usual mean of those left alone at its stage; where nobody was, a payment is left out */
    private void addContacted(Payment payment, double usual) {
        byAction.computeIfAbsent(payment.action, action -> new Paid(accounts))
                .add(payment.account, payment.stage, payment.amount, payment.weight, usual);
    }

    /**
     * The factor of each action; 1 where the log does not tell it from 1 beyond chance.
     *
     * @param strength how many payments the belief is worth that an action changes nothing
     */
    SortedMap<String, Double> factors(double strength) {
        SortedMap<String, Double> factors = new TreeMap<>();
        ratios().forEach((action, ratio) -> {
            boolean told = ratio.low() > 1 || ratio.high() < 1;
            Paid paid = byAction.get(action);
            double payments = paid == null || !told ? 0 : paid.payments();
            factors.put(action, 1 + (ratio.value() - 1) * payments / (payments + strength));
        });
        return factors;
    }

    /** The factor of each action as the log has it, with its interval. */
    SortedMap<String, Interval> ratios() {
        SortedMap<String, Interval> ratios = new TreeMap<>();
        byAction.forEach((action, paid) -> {
            if (paid.ratio().value() > 0) {
                Interval log = logRatio(paid).interval();
                ratios.put(action, new Interval(Math.exp(log.value()), Math.exp(log.low()), Math.exp(log.high())));
            }
        });
        return ratios;
    }

    /** With what those left alone add to its error, by stage. */
    private AccountEstimate logRatio(Paid paid) {
        AccountEstimate ratio = paid.ratio();
        double[] influences = Arrays.stream(ratio.influences())
                .map(influence -> influence / ratio.value())
                .toArray();
        for (int stage = 0; stage < alone.length; stage++) {
            if (paid.weightOfStage[stage] > 0) {
                double share = paid.weightOfStage[stage] / paid.sumCompared();
                double[] usual = alone[stage].ratio().influences();
                for (int account = 0; account < accounts; account++) {
                    influences[account] -= share * usual[account];
                }
            }
        }
        return new AccountEstimate(Math.log(ratio.value()), influences);
    }
}
