package io.arrears.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TimeSplitTest {
    @TempDir
    Path folder;

    @Test
    void nothingLearnedFromReachesIntoTheTestSlice() {
        TrainingTable table = TestBook.write(folder, 40, 18);
        for (int horizon : new int[] {30, 60, 180}) {
            TimeSplit split = TimeSplit.of(table, row -> true, horizon);
            int testFrom = min(table, split.test());
            assertThat(max(table, split.train()) + horizon).isLessThanOrEqualTo(testFrom);
            assertThat(max(table, split.tune()) + horizon).isLessThanOrEqualTo(testFrom);
            assertThat(max(table, split.train())).isLessThan(min(table, split.tune()));
            if (max(table, split.train()) + horizon > min(table, split.tune())) {
                Set<String> shared = new HashSet<>(accounts(table, split.train()));
                shared.retainAll(accounts(table, split.tune()));
                assertThat(shared).isEmpty();
                assertThat(split.note()).contains("other accounts");
            }
        }
    }

    @Test
    void shortHorizonsAreApartFromTheTuningSliceToo() {
        TrainingTable table = TestBook.write(folder, 40, 18);
        TimeSplit split = TimeSplit.of(table, row -> true, 30);
        assertThat(max(table, split.train()) + 30).isLessThanOrEqualTo(min(table, split.tune()));
    }

    @Test
    void datesTooCloseTogetherSplitByAccount() {
        TrainingTable table = TestBook.write(folder, 200, 2);
        TimeSplit split = TimeSplit.of(table, row -> true, 180);
        assertThat(split.note()).contains("different accounts");
        Set<String> shared = new HashSet<>(accounts(table, split.train()));
        shared.retainAll(accounts(table, split.test()));
        assertThat(shared).isEmpty();
        assertThat(split.train().length + split.tune().length + split.test().length)
                .isEqualTo(400);
    }

    private static Set<String> accounts(TrainingTable table, int[] rows) {
        return Arrays.stream(rows).mapToObj(table::accountId).collect(Collectors.toSet());
    }

    private static int min(TrainingTable table, int[] rows) {
        return Arrays.stream(rows).map(table::asOfDay).min().orElseThrow();
    }

    private static int max(TrainingTable table, int[] rows) {
        return Arrays.stream(rows).map(table::asOfDay).max().orElseThrow();
    }
}
