package io.arrears.model.training.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a prepared table are for; the rest are features.
 *
 * @param positive the label's value that counts as 1; absent: 1
 * @param id names each row and decides its fold; absent: the row number, from 1
 * @param exclude not used at all
 * @param audit kept out of the model and used to compare groups
 */
public record TableColumns(
        String label, @Nullable String positive, @Nullable String id, List<String> exclude, List<String> audit) {
    public TableColumns {
        exclude = List.copyOf(exclude);
        audit = List.copyOf(audit);
        requireOther("--id", label, id == null ? List.of() : List.of(id));
        requireOther("--exclude", label, exclude);
        requireOther("--audit", label, audit);
    }

    private static void requireOther(String option, String label, List<String> names) {
        if (names.contains(label)) {
            throw new IllegalArgumentException(
                    "%s names the label '%s', which is never a feature: leave it out there".formatted(option, label));
        }
    }
}
