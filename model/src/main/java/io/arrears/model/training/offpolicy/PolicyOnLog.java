package io.arrears.model.training.offpolicy;

/** What a policy would have done at each decision of a log. Takes the arrays over. */
public final class PolicyOnLog {
    final double[] probabilities;
    final double[] expected;

    /**
     * @param probabilities with which the policy would have chosen what the log chose
     * @param expected what a model expects of the policy: over its choices, each with its probability
     */
    public PolicyOnLog(double[] probabilities, double[] expected) {
        LoggedDecisions.requireLength(probabilities.length, expected);
        for (double probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("%s is no probability".formatted(probability));
            }
        }
        this.probabilities = probabilities;
        this.expected = expected;
    }

    PolicyOnLog only(int[] decisions) {
        return new PolicyOnLog(
                LoggedDecisions.some(probabilities, decisions), LoggedDecisions.some(expected, decisions));
    }
}
