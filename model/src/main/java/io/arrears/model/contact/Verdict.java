package io.arrears.model.contact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What contact law says of a planned contact. */
public sealed interface Verdict {
    /** It may be made within the slot. */
    record Allowed(Slot slot) implements Verdict {}

    /**
     * It may not be made.
     *
     * @param rule pack and rule, e.g. {@code us-federal/7-in-7}
     * @param citation where the rule stands
     * @param severity how hard the rule binds
     * @param countedEvents ids of the facts the rule counted: contacts, a promise, a dispute, a flag
     * @param earliestNext when the same contact would be legal, as far as known today; absent when no time is
     */
    record Blocked(
            String rule,
            String citation,
            Severity severity,
            List<String> countedEvents,
            @Nullable Instant earliestNext) implements Verdict {
        public Blocked {
            countedEvents = List.copyOf(countedEvents);
        }
    }

    default boolean isAllowed() {
        return this instanceof Allowed;
    }
}
