package io.arrears.model.training.table;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * @param file CSV (header, any common separator, may be gzipped) or Parquet
 * @param recipe YAML with derived columns; absent: none
 * @param folds of the cross-validation
 */
public record TableRequest(
        Path file, TableColumns columns, @Nullable Path recipe, int folds, long seed) {
    public TableRequest {
        if (folds < 2 || folds > 50) {
            throw new IllegalArgumentException("%d folds: use 2 to 50, 5 is usual".formatted(folds));
        }
    }
}
