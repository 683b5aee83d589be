package io.arrears.model.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy file that can't be followed, with everything that is wrong in it. */
public final class PolicyException extends IllegalArgumentException {
    private final transient List<Problem> problems;

    PolicyException(String file, List<Problem> problems) {
        super(problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining("\n  ", "%s has %d problems:%n  ".formatted(file, problems.size()), "")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
