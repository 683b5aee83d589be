package io.arrears.model.decision;

import io.arrears.model.account.Arm;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What trees found of the effect of arms, as it is stored.
 *
 * @param scale what the trees' sums are
 * @param actions of the log, in the order of the inputs
 * @param kinds action and channel of the arms the trees speak of; of any other they say nothing
 * @param forests by kind, {@link #ALONE} for leaving alone, {@link #ALL} for whatever has none of its own; each as
 *     {@link io.arrears.model.scoring.FlatEnsemble#toText()}
 */
public record EffectForests(
        Scale scale, List<String> actions, SortedSet<String> kinds, SortedMap<String, String> forests) {
    public static final String ALL = "all";
    public static final String ALONE = "none";

    public EffectForests {
        actions = List.copyOf(actions);
        kinds = new TreeSet<>(kinds);
        forests = new TreeMap<>(forests);
    }

    /** What the trees' sums are. */
    public enum Scale {
        /** Log-odds of paying under an arm: the effect is the difference between the arm and leaving alone. */
        LOG_ODDS,
        /** The change of the probability of paying itself. */
        PROBABILITY
    }

    /** {@code reminder/call}: arms of a kind share trees, which see the window. */
    public static String kind(Arm arm) {
        return arm.action() + "/" + arm.channel().code();
    }
}
