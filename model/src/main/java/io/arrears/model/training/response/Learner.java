package io.arrears.model.training.response;

import io.arrears.model.account.Channel;
import java.util.List;

/**
 * A way to learn the response.
 *
 * @param kind by what effects may differ between debtors
 * @param recorded whether training looks at who was reached, not at how likely it was
 * @param gated channels on which only reaching the debtor counts
 * @param scale how wide the priors are
 */
record Learner(LearnerKind kind, boolean recorded, List<Channel> gated, double scale) {
    static Learner byTrees(LearnerKind kind) {
        return new Learner(kind, false, List.of(), 1);
    }

    /** Whether trees tell the effect, not terms. */
    boolean byTrees() {
        return kind.byTrees();
    }

    String named() {
        return kind == LearnerKind.NOTHING || byTrees()
                ? kind.words()
                : "%s, reach %s, gates %s, priors x %s"
                        .formatted(
                                kind.words(),
                                recorded ? "as recorded" : "as expected",
                                gated.isEmpty()
                                        ? "none"
                                        : String.join(
                                                " ",
                                                gated.stream()
                                                        .map(Channel::code)
                                                        .toList()),
                                scale);
    }
}
