package io.arrears.serving.http;

import static io.arrears.serving.http.Role.*;

import java.util.EnumSet;
import java.util.Set;

/** Which roles may call a route: the whole of the service's authorisation. The table per route is in docs/api.md. */
public enum Access {
    /** No key needed: liveness, readiness, documentation. Shows nothing about the book. */
    ANYONE(EnumSet.allOf(Role.class)),
    /** Any key: what the service is and how it fares. */
    ANY_ROLE(EnumSet.allOf(Role.class)),
    /** Figures over the book, and the pages that show them. */
    FIGURES(EnumSet.of(COLLECTOR, STRATEGIST, MANAGER, ADMIN)),
    /** Single accounts with their history. */
    ACCOUNTS(EnumSet.of(COLLECTOR, STRATEGIST, MANAGER, ADMIN)),
    /** Scores of single accounts. */
    SCORING(EnumSet.of(SCORER, COLLECTOR, STRATEGIST, ADMIN)),
    /** Recorded decisions. */
    DECIDING(EnumSet.of(SCORER, COLLECTOR, STRATEGIST, ADMIN)),
    /** Reading decisions back. */
    DECISIONS(EnumSet.allOf(Role.class)),
    /** New facts about accounts. */
    REPORTING(EnumSet.of(SCORER, COLLECTOR, ADMIN)),
    /** Models and their figures. */
    MODELS(EnumSet.of(STRATEGIST, MANAGER, ADMIN)),
    /** Putting another model in force. */
    PROMOTING(EnumSet.of(STRATEGIST, ADMIN));

    /** Never changed. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Role> roles;

    Access(Set<Role> roles) {
        this.roles = Set.copyOf(roles);
    }

    public boolean isOpenToAll() {
        return this == ANYONE;
    }

    public boolean admits(Role role) {
        return roles.contains(role);
    }

    /** The roles admitted, in the order of {@link Role}. */
    public Set<Role> roles() {
        return EnumSet.copyOf(roles);
    }
}
