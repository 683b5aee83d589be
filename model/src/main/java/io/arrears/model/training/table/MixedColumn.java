package io.arrears.model.training.table;

import io.arrears.model.training.evaluation.Numbers;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A column of numbers that one stray text would turn into categories is refused: nearly all of it would be lost. */
final class MixedColumn {
    private static final double NEARLY_ALL = 0.9;

    private MixedColumn() {}

    /**
     * @param most different values a column of categories keeps
     * @throws WrongTable when nearly all values are numbers, more of them different than categories are kept
     */
    static void require(String name, @Nullable String[] texts, Set<String> different, int most) {
        long present = Arrays.stream(texts).filter(Objects::nonNull).count();
        long stray = Arrays.stream(texts).filter(MixedColumn::isText).count();
        if (stray > (1 - NEARLY_ALL) * present || different.size() <= most) {
            return;
        }
        int row = 0;
        while (!isText(texts[row])) {
            row++;
        }
        throw new WrongTable(
                "column %s, row %,d: '%s' is no number, as %,d of its %,d values are: correct it, leave it empty, or --exclude %s"
                        .formatted(name, row + 1, texts[row], present - stray, present, name));
    }

    private static boolean isText(@Nullable String text) {
        return text != null && Double.isNaN(Numbers.parse(text));
    }
}
