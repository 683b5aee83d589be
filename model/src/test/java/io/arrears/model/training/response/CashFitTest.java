package io.arrears.model.training.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arrears.model.account.Arm;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.training.evaluation.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CashFitTest {
    private static final ResponseContext ANYBODY =
            new ResponseContext(0.5, 30, ReceivableType.CONSUMER_LOAN, 0, 0, List.of());
    private static final ResponseContext LATE =
            new ResponseContext(0.5, 100, ReceivableType.CONSUMER_LOAN, 0, 0, List.of());
    private static final double TRUTH = 1.1;

    /** Callers prefer those who pay large amounts anyway; a call adds a tenth. */
    private static List<ResponseRow> rows(long seed, int accounts, boolean propensities) {
        Random random = new Random(seed);
        List<ResponseRow> rows = new ArrayList<>();
        for (int account = 0; account < accounts; account++) {
            boolean large = random.nextBoolean();
            double toCall = large ? 0.8 : 0.2;
            for (int decision = 0; decision < 3; decision++) {
                boolean called = random.nextDouble() < toCall;
                double amount = (large ? 1.5 : 0.5) * (0.8 + 0.4 * random.nextDouble()) * (called ? TRUTH : 1);
                rows.add(row(
                        account,
                        called ? SyntheticLog.CALL : Arm.NONE,
                        propensities ? (called ? toCall : 1 - toCall) : Double.NaN,
                        amount));
            }
        }
        return rows;
    }

    private static ResponseRow row(int account, Arm arm, double propensity, double amount) {
        return new ResponseRow(account, ANYBODY, arm, propensity, true, amount, null, null);
    }

    private static double factor(List<ResponseRow> rows, double strength) {
        return CashFit.of(rows).factors(strength).getOrDefault("reminder", Double.NaN);
    }

    private static Interval ratio(List<ResponseRow> rows) {
        return CashFit.of(rows).ratios().getOrDefault("reminder", new Interval(Double.NaN, 0, 0));
    }

    @Test
    void propensitiesTakeOutWhomThePolicyPreferred() {
        assertThat(factor(rows(1, 20_000, true), 200)).isEqualTo(TRUTH, within(0.02));
        assertThat(factor(rows(1, 20_000, false), 200)).isGreaterThan(1.5);
    }

    @Test
    void theIntervalCoversTheTruth() {
        int covered = 0;
        for (int seed = 0; seed < 400; seed++) {
            Interval ratio = ratio(rows(seed, 600, true));
            covered += ratio.low() <= TRUTH && TRUTH <= ratio.high() ? 1 : 0;
        }
        assertThat(covered).isBetween(370, 394);
    }

    @Test
    void actionsAreComparedWithThoseEquallyLate() {
        Random random = new Random(5);
        List<ResponseRow> rows = new ArrayList<>();
        for (int account = 0; account < 4_000; account++) {
            boolean late = account % 2 == 0;
            boolean called = late && random.nextBoolean();
            double amount = (late ? 0.5 : 1.5) * (0.8 + 0.4 * random.nextDouble());
            rows.add(new ResponseRow(
                    account,
                    late ? LATE : ANYBODY,
                    called ? SyntheticLog.CALL : Arm.NONE,
                    late ? 0.5 : 1,
                    true,
                    amount,
                    null,
                    null));
        }
        assertThat(ratio(rows).value()).isEqualTo(1, within(0.02));
        assertThat(factor(rows, 200)).isEqualTo(1);
    }

    @Test
    void whatIsNotBeyondChanceIsNotBelieved() {
        List<ResponseRow> rows = rows(3, 40, true);
        assertThat(ratio(rows).low()).isLessThan(1);
        assertThat(ratio(rows).high()).isGreaterThan(1);
        assertThat(factor(rows, 200)).isEqualTo(1);
    }

    @Test
    void fewPaymentsLeaveTheBelief() {
        List<ResponseRow> few =
                List.of(row(0, Arm.NONE, 0.5, 1), row(1, SyntheticLog.CALL, 0.5, 3), row(2, SyntheticLog.CALL, 0.5, 3));
        assertThat(ratio(few).value()).isEqualTo(3, within(1e-12));
        assertThat(factor(few, 200)).isEqualTo(1 + 2 * 2 / 202.0, within(1e-12));
        assertThat(CashFit.of(List.of(row(0, SyntheticLog.CALL, 0.5, 3))).ratios())
                .isEmpty();
    }

    @Test
    void aLogOfSomePropensitiesIsReadWhereItHasThem() {
        List<ResponseRow> rows = new ArrayList<>(rows(1, 500, true));
        double before = factor(rows, 200);
        rows.addAll(rows(2, 500, false));
        assertThat(factor(rows, 200)).isEqualTo(before, within(1e-12));
    }
}
