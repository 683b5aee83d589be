package io.arrears.model.decision;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import java.util.ArrayList;
import java.util.List;

/**
 * The linear predictor of the response, spelled once for training and use.
 *
 * <p>Main terms say how strong an arm is: its action, channel, window and the arm itself, so that arms share strength.
 * Moderators and traits say for whom: each has a coefficient shared by all arms and one of the arm's action.
 */
public final class ResponseTerms {
    /** Upper ends, in days past due, of the buckets by which effects differ. */
    private static final int[] BUCKET_ENDS = {0, 30, 60, 90};

    private static final String[] BUCKETS = {"current", "1-30", "31-60", "61-90", "91+"};
    private static final double LARGEST_LOGIT = 6;

    /** Name and kind of the term that holds what trees say of the effect. */
    public static final String FOREST = "forest";

    private ResponseTerms() {}

    /** The terms that say how strong an arm is, for whomever. */
    public static List<Term> main(Arm arm) {
        List<Term> terms = new ArrayList<>();
        String action = "action:" + arm.action();
        String channel = "channel:" + arm.channel().code();
        terms.add(new Term(action, "action", 1));
        terms.add(new Term(channel, "channel", 1));
        terms.add(new Term("window:" + arm.window().code(), "window", 1));
        terms.add(new Term(armName(arm), "arm", 1));
        return terms;
    }

    /** Every term of an arm in a context. {@code reach} is the probability of reaching the debtor. */
    public static List<Term> of(Arm arm, ResponseContext context, double reach, List<Trait> traits) {
        List<Term> terms = main(arm);
        String action = "action:" + arm.action();
        String channel = "channel:" + arm.channel().code();
        for (Moderator moderator : Moderator.values()) {
            String suffix = "|" + moderator.nameIn(context);
            double value = moderator.valueIn(context, reach);
            if (value != 0) {
                terms.add(new Term("any" + suffix, "shared", value));
                terms.add(new Term((moderator == Moderator.REACH ? channel : action) + suffix, "own", value));
            }
        }
        for (Trait trait : traits) {
            double value = trait.scaled(context.trait(ResponseTraits.FEATURES.indexOf(trait.feature())));
            if (value != 0) {
                terms.add(new Term("any|" + trait.feature(), "trait_shared", value));
                terms.add(new Term(action + "|" + trait.feature(), "trait_own", value));
            }
        }
        return terms;
    }

    /** Name of the coefficient that says how much readier those are whom a channel reaches. */
    public static String selectionName(Channel channel) {
        return "selection:" + channel.code();
    }

    public static String armName(Arm arm) {
        return "arm:" + arm;
    }

    /** Log-odds, bounded. */
    public static double logit(double probability) {
        double p = Math.min(1 - 1e-9, Math.max(1e-9, probability));
        return Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, StrictMath.log(p / (1 - p))));
    }

    public static double logistic(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    static String bucket(int daysPastDue) {
        int i = 0;
        while (i < BUCKET_ENDS.length && daysPastDue > BUCKET_ENDS[i]) {
            i++;
        }
        return BUCKETS[i];
    }
}
