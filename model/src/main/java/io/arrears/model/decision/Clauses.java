package io.arrears.model.decision;

import java.util.List;

/** The conditions a strategy puts on its arms, and the rule packs it follows, by name. */
record Clauses(List<Eligibility> eligibility, List<Lever> levers, List<String> rulePacks) {
    Clauses {
        eligibility = List.copyOf(eligibility);
        levers = List.copyOf(levers);
        rulePacks = List.copyOf(rulePacks);
    }
}
