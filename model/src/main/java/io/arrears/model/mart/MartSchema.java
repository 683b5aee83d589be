package io.arrears.model.mart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The DDL of the mart: {@code mart.sql} beside this class and the {@code fact} table generated from FactColumn. */
public final class MartSchema {
    /** Raised when a table changes incompatibly; the service refuses a mart of another version. */
    public static final int VERSION = 1;

    private MartSchema() {}

    /** All CREATE TABLE statements, separated by semicolons. */
    public static String ddl() {
        String facts = Arrays.stream(FactColumn.values())
                .map(column -> column.code() + " " + column.type().sql())
                .collect(Collectors.joining(", ", "CREATE TABLE fact (", ");\n"));
        try (InputStream sql = MartSchema.class.getResourceAsStream("mart.sql")) {
            if (sql == null) {
                throw new IllegalStateException("mart.sql is missing from the jar: build it anew");
            }
            return facts + new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
