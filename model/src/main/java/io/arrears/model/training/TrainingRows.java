package io.arrears.model.training;

import io.arrears.model.policy.Digest;
import io.arrears.model.scoring.Target;
import java.util.Map;
import java.util.Optional;

/**
 * What a training learns from.
 *
 * @param book one row per open account and as-of day, with the outcomes of {@code pay30}, {@code cash30} and
 *     {@code roll90}
 * @param events rows of targets that are about something else than an account-day: attempts, promises, account-days left
 *     alone
 */
public record TrainingRows(TrainingTable book, Map<Target, TrainingTable> events) {
    public TrainingRows {
        events = Map.copyOf(events);
    }

    /** Account-days alone. */
    public static TrainingRows of(TrainingTable book) {
        return new TrainingRows(book, Map.of());
    }

    Optional<TrainingTable> find(Target target) {
        return switch (target) {
            case PAY30, CASH30, ROLL90 -> Optional.of(book);
            case REACH, KEPT, SELFCURE -> Optional.ofNullable(events.get(target));
        };
    }

    /** The hash of the account-days' table; with event rows, one over all tables. */
    public String hash() {
        if (events.isEmpty()) {
            return book.hash();
        }
        StringBuilder all = new StringBuilder(book.hash());
        for (Target target : Target.values()) {
            if (events.containsKey(target)) {
                all.append(' ')
                        .append(target.code())
                        .append(' ')
                        .append(events.get(target).hash());
            }
        }
        return Digest.of(all.toString());
    }
}
