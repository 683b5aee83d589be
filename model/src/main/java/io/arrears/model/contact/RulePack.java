package io.arrears.model.contact;

import io.arrears.model.account.Account;
import java.util.List;

/** A versioned set of rules. */
record RulePack(String name, int version, List<Rule> rules) {
    RulePack {
        rules = List.copyOf(rules);
    }

    /** What forbids contact for the debtor's sake whatever the hour and the count: flags, disputes, promises, consent. */
    RulePack hardStops() {
        return new RulePack(
                name,
                version,
                rules.stream()
                        .filter(rule -> rule instanceof Rule.Stop
                                || rule instanceof Rule.OpenDispute
                                || rule instanceof Rule.PendingPromise
                                || rule instanceof Rule.ConsentGiven)
                        .toList());
    }

    /** The rules that bind an account. */
    List<Rule> binding(Account account) {
        return rules.stream()
                .filter(rule ->
                        rule.head().status().binds() && rule.head().applies().covers(account))
                .toList();
    }
}
