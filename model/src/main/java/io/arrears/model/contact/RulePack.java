package io.arrears.model.contact;

import io.arrears.model.account.Account;
import java.util.List;

/** A versioned set of rules. */
record RulePack(String name, int version, List<Rule> rules) {
    RulePack {
        rules = List.copyOf(rules);
    }

    /** The rules that bind an account. */
    List<Rule> binding(Account account) {
        return rules.stream()
                .filter(rule ->
                        rule.head().status().binds() && rule.head().applies().covers(account))
                .toList();
    }
}
