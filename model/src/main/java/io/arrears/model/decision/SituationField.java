package io.arrears.model.decision;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field that expressions see.
 *
 * @param name as written in an expression, e.g. {@code history.daysPastDue}
 * @param meaning one plain sentence with the unit
 */
public record SituationField(
        String name, FieldType type, String meaning, Function<SituationSource, @Nullable Object> value) {}
