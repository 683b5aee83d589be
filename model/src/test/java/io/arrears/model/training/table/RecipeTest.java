package io.arrears.model.training.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecipeTest {
    private static final Map<String, double[]> COLUMNS = Map.of(
            "a",
            new double[] {6},
            "b",
            new double[] {4},
            "c",
            new double[] {-1},
            "zero",
            new double[] {0},
            "none",
            new double[] {Double.NaN},
            "odd name",
            new double[] {5});
    private static final Map<String, List<String>> LISTS =
            Map.of("s", List.of("a", "b", "c"), "gap", List.of("a", "none", "c"));

    @TempDir
    Path folder;

    private static double[] value(String text) {
        return ExpressionParser.parse(text, LISTS, COLUMNS).evaluate(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a + b * 2              | 14
            (a + b) * 2            | 20
            a - b - c              | 3
            -a + b                 | -2
            a / b                  | 1.5
            a / zero               | NaN
            a + none               | NaN
            none > 1               | NaN
            `odd name` * 2         | 10
            a > b                  | 1
            a == 5                 | 0
            sum(s)                 | 9
            mean(s)                | 3
            min(s, -5)             | -5
            max(s)                 | 6
            std(a, b)              | 1
            count(s > 0)           | 2
            first(s < 0)           | 3
            first(s > 100)         | NaN
            run(s > 0)             | 2
            run(s < 0)             | 0
            slope(s)               | -3.5
            slope(gap)             | -3.5
            fade(a, b)             | 8.8
            coalesce(none, b)      | 4
            abs(c)                 | 1
            log1p(zero)            | 0
            sum(gap)               | 5
            sum(none)              | NaN
            s[2]                   | 4
            sum(s[2..3])           | 3
            """)
    void expressionsHaveOneValue(String text, double expected) {
        double[] value = value(text);
        assertThat(value).hasSize(1);
        assertThat(value[0]).isEqualTo(expected, within(1e-12));
    }

    @Test
    void seriesGoElementByElement() {
        assertThat(value("s / a")).containsExactly(1, 4.0 / 6, -1.0 / 6);
        assertThat(value("s[1..2] - s[2..3]")).containsExactly(2, 5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a +                    | missing
            a b                    | not expected
            label * 2              | label
            s - s[1..2]            | slice one
            system(a)              | unknown
            s[4]                   | position
            a ; b                  | cannot read
            sum(a                  | ')'
            a.b                    | cannot read
            """)
    void anythingElseIsRefusedWithTheReason(String text, String reason) {
        assertThatThrownBy(() -> value(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> value("(".repeat(5000) + "a")).hasMessageContaining("nested");
    }

    @Test
    void aFileNamesItsColumnsAndTheyBuildOnEachOther() throws IOException {
        Path file = Files.writeString(folder.resolve("r.yaml"), """
                lists:
                  s: [a, b]
                columns:
                  half: s / 2
                  both: half_1 + half_2
                """);
        Map<String, double[]> derived = Recipe.read(file).derive(COLUMNS, 1);
        assertThat(derived.keySet()).containsExactly("half_1", "half_2", "both");
        assertThat(derived.get("both")[0]).isEqualTo(5);
    }

    @Test
    void unknownKeysAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("r.yaml"), "colums: {x: a}\n");
        assertThatThrownBy(() -> Recipe.read(file)).hasMessageContaining("colums");
    }
}
