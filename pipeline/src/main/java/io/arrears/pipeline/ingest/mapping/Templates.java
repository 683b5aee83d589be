package io.arrears.pipeline.ingest.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Templates together. */
final class Templates {
    private Templates() {}

    /** The columns of those that are given. */
    static List<String> columns(@Nullable Template... templates) {
        return Arrays.stream(templates)
                .filter(Objects::nonNull)
                .flatMap(template -> template.columns().stream())
                .toList();
    }
}
