package io.arrears.model.training.offpolicy;

import io.arrears.model.training.evaluation.Interval;

/**
 * A challenger against the champion, side by side on accounts drawn by chance, each counted once when its outcome is
 * known. The interval of the gain per account holds at all times at once: who looks every day and stops when it leaves
 * zero is wrong no more often than {@code alpha}, in the limit of many accounts (asymptotic confidence sequence: Waudby-Smith,
 * Arbour, Sinha, Kennedy and Ramdas 2021, theorem 2.2). Not safe for use by several threads.
 */
public final class LiveTest {
    /** Before both groups have as many outcomes, nothing is said: the limit is not near. */
    public static final int LEAST_OUTCOMES = 100;

    /** The interval is narrowest, for its kind, around this number of accounts. */
    private static final double SHARPEST_AT = 2_000;

    private final double alpha;
    private final double challengerShare;
    private final double spread;
    private final int[] outcomes = new int[2];
    private long count;
    private double rewardSum;
    private double mean;
    private double squares;

    /**
     * @param alpha accepted probability of a wrong verdict, in (0, 1)
     * @param challengerShare probability with which an account was given to the challenger, in (0, 1)
     */
    public LiveTest(double alpha, double challengerShare) {
        requireShare("alpha", alpha);
        requireShare("challenger share", challengerShare);
        this.alpha = alpha;
        this.challengerShare = challengerShare;
        double evidence = -2 * Math.log(alpha);
        this.spread = Math.sqrt((evidence + Math.log(evidence + 1)) / SHARPEST_AT);
    }

    private static void requireShare(String name, double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("%s %s is not within (0, 1): give e.g. 0.05".formatted(name, value));
        }
    }

    /**
     * The outcome of one account, in the order outcomes become known.
     *
     * @throws IllegalArgumentException when the reward is no number
     */
    public void add(boolean challenger, double reward) {
        if (!Double.isFinite(reward)) {
            throw new IllegalArgumentException("reward %s is no number: leave the account out".formatted(reward));
        }
        // Centred by what came before, so that the estimate stays unbiased and rewards that all accounts share cancel.
        double centred = reward - (count == 0 ? 0 : rewardSum / count);
        double gain = challenger ? centred / challengerShare : -centred / (1 - challengerShare);
        count++;
        outcomes[challenger ? 1 : 0]++;
        rewardSum += reward;
        double deviation = gain - mean;
        mean += deviation / count;
        squares += deviation * (gain - mean);
    }

    /** Gain per account of the challenger over the champion; the ends are NaN while too few outcomes are known. */
    public Interval gain() {
        if (Math.min(outcomes[0], outcomes[1]) < LEAST_OUTCOMES) {
            return new Interval(count == 0 ? Double.NaN : mean, Double.NaN, Double.NaN);
        }
        double width = Math.sqrt(squares / count) * boundary(count);
        return new Interval(mean, mean - width, mean + width);
    }

    private double boundary(double t) {
        double mixed = t * spread * spread + 1;
        return Math.sqrt(2 * mixed / (t * t * spread * spread) * Math.log(Math.sqrt(mixed) / alpha));
    }

    /** What may be done today. */
    public Verdict verdict() {
        Interval gain = gain();
        if (gain.low() > 0) {
            return Verdict.PROMOTE;
        }
        return gain.high() < 0 ? Verdict.STOP : Verdict.GO_ON;
    }

    /** Outcomes known. */
    public int outcomes(boolean challenger) {
        return outcomes[challenger ? 1 : 0];
    }

    /** What a live test says on a day. */
    public enum Verdict {
        /** The challenger earns more. */
        PROMOTE,
        /** The challenger earns less. */
        STOP,
        /** Neither is shown. */
        GO_ON
    }
}
