package io.arrears.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.scoring.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
            if (split.crossed()) {
                assertThat(split.tune()).isEqualTo(split.train());
                assertThat(split.note()).contains("saw nothing of its account");
            } else {
                assertThat(max(table, split.train())).isLessThan(min(table, split.tune()));
            }
        }
    }

    /** Half a year of gap out of a year and a half: no row is lost to a tuning slice, and fewer to the test. */
    @Test
    void longHorizonsLearnFromAllRowsBeforeTheGapAndChooseOnThemByAccount() {
        TrainingTable table = TestBook.write(folder, 40, 16);
        TimeSplit split = TimeSplit.of(table, row -> true, 180);
        assertThat(split.crossed()).isTrue();
        assertThat(split.train()).hasSize(40 * 9);
        assertThat(split.test()).hasSize(40 * 2);
        Slice learn = Slice.of(table, split.train(), row -> table.label(Target.PAY30, row));
        Tuning tuning = split.tuning(table, learn, learn);
        List<Integer> held = new ArrayList<>();
        for (Tuning.Fold fold : tuning.folds()) {
            Set<String> own = new HashSet<>();
            for (int at : fold.held()) {
                held.add(at);
                own.add(table.accountId(split.train()[at]));
            }
            assertThat(fold.learn().size()).isEqualTo(learn.size() - fold.held().length);
            assertThat(own).hasSize(fold.held().length / 9);
        }
        assertThat(held).hasSize(learn.size()).doesNotHaveDuplicates();
    }

    @Test
    void manyRowsChooseOnAPartOfTheAccounts() {
        TrainingTable table = TestBook.write(folder, 1000, 18);
        TimeSplit split = TimeSplit.of(table, row -> true, 180);
        assertThat(split.crossed()).isFalse();
        assertThat(split.tune().length).isBetween(1_500, 2_500);
        Set<String> shared = new HashSet<>(accounts(table, split.train()));
        shared.retainAll(accounts(table, split.tune()));
        assertThat(shared).isEmpty();
        assertThat(split.note()).contains("other accounts");
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
        assertThat(split.crossed()).isTrue();
        assertThat(split.train().length + split.test().length).isEqualTo(400);
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
