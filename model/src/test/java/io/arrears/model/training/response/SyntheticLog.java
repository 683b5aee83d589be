package io.arrears.model.training.response;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.decision.Reach;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.ResponseTerms;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A randomised log whose truth is known: reaching a debtor by call raises the log-odds of paying by {@code callEffect},
 * an e-mail by {@code emailEffect}; debtors differ in how well they are reached and in whether they pay anyway.
 */
final class SyntheticLog {
    static final Arm CALL = new Arm("reminder", Channel.CALL, ContactWindow.EVENING);
    static final Arm EMAIL = new Arm("reminder", Channel.EMAIL, ContactWindow.ANY);

    /** Learners by terms: what most tests are about, without the time it takes to grow trees. */
    static final Set<LearnerKind> TERMS = EnumSet.range(LearnerKind.ARM, LearnerKind.TRAITS);

    private final Random random;
    private final double callEffect;
    private final double emailEffect;
    private int account;

    SyntheticLog(long seed, double callEffect, double emailEffect) {
        this.random = new Random(seed);
        this.callEffect = callEffect;
        this.emailEffect = emailEffect;
    }

    /** The response learned from some rows, by terms. */
    ResponseModel fitted(int count) {
        return ResponseTrainer.train(rows(count), TERMS).model();
    }

    List<ResponseRow> rows(int count) {
        List<ResponseRow> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(row());
        }
        return rows;
    }

    /** Callers prefer bad payers: without propensities or the base score, calls would look harmful. */
    private ResponseRow row() {
        double base = ResponseTerms.logistic(random.nextGaussian() * 1.2 - 0.5);
        double reachability = random.nextBoolean() ? 0.7 : 0.1;
        int attempts = random.nextInt(8);
        int hits = 0;
        for (int i = 0; i < attempts; i++) {
            hits += random.nextDouble() < reachability ? 1 : 0;
        }
        ResponseContext context = new ResponseContext(
                base,
                random.nextInt(120),
                ReceivableType.CONSUMER_LOAN,
                0,
                0,
                attempts == 0 ? List.of() : List.of(new Reach(Channel.CALL, ContactWindow.EVENING, attempts, hits)));
        double toCall = base < 0.4 ? 0.5 : 0.2;
        double draw = random.nextDouble();
        Arm arm = draw < toCall ? CALL : draw < toCall + 0.2 ? EMAIL : Arm.NONE;
        double propensity = arm.equals(CALL) ? toCall : arm.equals(EMAIL) ? 0.2 : 0.8 - toCall;
        boolean reached = arm.equals(CALL) ? random.nextDouble() < reachability : random.nextDouble() < 0.5;
        double effect = arm.equals(CALL) ? (reached ? callEffect : 0) : arm.equals(EMAIL) ? emailEffect : 0;
        boolean paid = random.nextDouble() < ResponseTerms.logistic(ResponseTerms.logit(base) + effect);
        return new ResponseRow(
                account++,
                context,
                arm,
                propensity,
                paid,
                paid ? 1.0 : Double.NaN,
                arm.isNone() ? null : reached,
                false);
    }

    /** A debtor in the middle whom calls reach well, or hardly. */
    static ResponseContext debtor(double base, int attempts, int hits) {
        return new ResponseContext(
                base,
                45,
                ReceivableType.CONSUMER_LOAN,
                0,
                0,
                List.of(new Reach(Channel.CALL, ContactWindow.EVENING, attempts, hits)));
    }
}
