package io.arrears.model.contact;

import java.util.List;

/** A versioned set of rules; binds the accounts it {@code applies} to while its status does. */
record RulePack(String name, int version, PackStatus status, Applicability applies, List<Rule> rules) {
    RulePack {
        rules = List.copyOf(rules);
    }
}
