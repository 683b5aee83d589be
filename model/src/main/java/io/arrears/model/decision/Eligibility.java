package io.arrears.model.decision;

import java.util.List;

/**
 * A condition some arms need.
 *
 * @param name what an account page shows when it doesn't hold
 * @param after actions that come first: each must have been tried since the oldest open item fell due, unless no arm of it
 *     may be chosen for the account
 */
public record Eligibility(String name, ArmFilter arms, Expression when, List<String> after) {
    public Eligibility {
        after = List.copyOf(after);
    }
}
