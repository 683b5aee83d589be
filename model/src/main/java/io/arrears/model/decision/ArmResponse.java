package io.arrears.model.decision;

import io.arrears.model.account.Arm;
import io.arrears.model.account.ReceivableType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The coefficients of one arm, looked up once: the hot path adds numbers and builds no names. */
final class ArmResponse {
    private static final int[] BUCKET_DAYS = {0, 1, 31, 61, 91};

    /** Left more uncertainty than this, an effect rests on belief. */
    private static final double MOSTLY_BELIEF = 0.5;

    private final double main;
    private final double[] byBucket = new double[BUCKET_DAYS.length];
    private final double[] byType = new double[ReceivableType.values().length];
    private final double base;
    private final double kept;
    private final double broken;
    private final double reach;
    private final double[] byTrait;
    private final int[] traitAt;
    private final List<Trait> traits;
    private final Arm arm;
    private final @Nullable ForestEffect forest;
    private final double byForest;
    private final double selection;
    private final boolean gated;
    private final boolean assumed;
    private final double cashFactor;
    private final double pComplaint;

    ArmResponse(StrategyArm wanted, ResponseCoefficients found, @Nullable ForestEffect forest) {
        this.arm = wanted.arm();
        this.forest = forest;
        Map<String, Double> effects = found.effects();
        String action = "action:" + arm.action();
        String channel = "channel:" + arm.channel().code();
        double learned = get(effects, action)
                + get(effects, channel)
                + get(effects, "window:" + arm.window().code())
                + get(effects, ResponseTerms.armName(arm));
        double open = uncertainty(arm, found.uncertainty());
        Double belief = wanted.assumedEffect();
        this.main = belief == null ? learned : open * belief + (1 - open) * learned;
        this.byForest = get(effects, ResponseTerms.FOREST) * (belief == null ? 1 : 1 - open);
        this.assumed = open > MOSTLY_BELIEF;
        for (int i = 0; i < BUCKET_DAYS.length; i++) {
            byBucket[i] = moderated(effects, action, "|dpd:" + ResponseTerms.bucket(BUCKET_DAYS[i]));
        }
        for (ReceivableType type : ReceivableType.values()) {
            byType[type.ordinal()] = moderated(effects, action, "|type:" + type.code());
        }
        this.base = moderated(effects, action, "|base");
        this.kept = moderated(effects, action, "|kept");
        this.broken = moderated(effects, action, "|broken");
        this.reach = moderated(effects, channel, "|reach");
        this.traits = found.traits();
        this.byTrait = traits.stream()
                .mapToDouble(trait -> moderated(effects, action, "|" + trait.feature()))
                .toArray();
        this.traitAt = traits.stream()
                .mapToInt(trait -> ResponseTraits.FEATURES.indexOf(trait.feature()))
                .toArray();
        this.selection = get(effects, ResponseTerms.selectionName(arm.channel()));
        this.gated = found.gated().contains(arm.channel());
        this.cashFactor = found.consequences().cashFactors().getOrDefault(arm.action(), 1.0);
        this.pComplaint =
                found.consequences().complaintRates().getOrDefault(arm.channel().code(), 0.0);
    }

    /** Of an arm the log never chose: as uncertain as the less known of its action and its channel. */
    private static double uncertainty(Arm arm, Map<String, Double> known) {
        Double own = known.get(ResponseTerms.armName(arm));
        return own != null
                ? own
                : Math.max(
                        known.getOrDefault("action:" + arm.action(), 1.0),
                        known.getOrDefault("channel:" + arm.channel().code(), 1.0));
    }

    private static double moderated(Map<String, Double> effects, String owner, String suffix) {
        return get(effects, "any" + suffix) + get(effects, owner + suffix);
    }

    private static double get(Map<String, Double> effects, String name) {
        return effects.getOrDefault(name, 0.0);
    }

    /**
     * @param aloneLogOdds log-odds of paying when left alone
     */
    Response respond(double aloneLogOdds, ResponseContext context, double pReach) {
        double effect = main
                + byBucket[bucketOf(context.daysPastDue())]
                + byType[context.type().ordinal()]
                + base * Moderator.BASE.valueIn(context, pReach)
                + kept * Moderator.KEPT.valueIn(context, pReach)
                + broken * Moderator.BROKEN.valueIn(context, pReach)
                + reach * Moderator.REACH.valueIn(context, pReach)
                + byTraits(context)
                + (forest == null ? 0 : byForest * forest.of(arm, context, pReach));
        double dose = gated ? pReach : 1;
        double ofReached = aloneLogOdds + (gated ? selection * (1 - pReach) : 0);
        double gain = dose * (ResponseTerms.logistic(ofReached + effect) - ResponseTerms.logistic(ofReached));
        double pPay = Math.max(0, Math.min(1, ResponseTerms.logistic(aloneLogOdds) + gain));
        return new Response(pReach, pPay, cashFactor, pComplaint, assumed);
    }

    private double byTraits(ResponseContext context) {
        double sum = 0;
        for (int i = 0; i < byTrait.length; i++) {
            sum += byTrait[i] * traits.get(i).scaled(context.trait(traitAt[i]));
        }
        return sum;
    }

    private static int bucketOf(int daysPastDue) {
        int i = BUCKET_DAYS.length - 1;
        while (i > 0 && daysPastDue < BUCKET_DAYS[i]) {
            i--;
        }
        return i;
    }
}
