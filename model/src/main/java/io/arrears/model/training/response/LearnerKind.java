package io.arrears.model.training.response;

/**
 * By what the effects of contact may differ between debtors, from the simplest on. Sums of terms share strength between
 * arms; trees are asked without any such structure.
 */
public enum LearnerKind {
    NOTHING("no effect"),
    ARM("one effect per arm"),
    STANDING("arm and standing"),
    TRAITS("arm, standing and traits"),
    /** One model of all arms (Künzel et al. 2019). */
    S_LEARNER("trees, S-learner"),
    /** One model per action and channel, and one of leaving alone. */
    T_LEARNER("trees, T-learner"),
    /** Effects imputed by the T-learner's models, then learned (Künzel et al. 2019). */
    X_LEARNER("trees, X-learner"),
    /** Doubly robust pseudo-effects, learned (Kennedy 2020). */
    DR_LEARNER("trees, DR-learner");

    private final String words;

    LearnerKind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether trees tell the effect, not terms. */
    boolean byTrees() {
        return compareTo(TRAITS) > 0;
    }
}
