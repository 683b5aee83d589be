package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train --table} from the command line: what it prints, and which exit code a wrong table or request has. */
final class TrainTableTest {
    @TempDir
    private Path folder;

    private static List<String> lines() {
        List<String> lines = new ArrayList<>(List.of("id,x,y"));
        for (int i = 0; i < 200; i++) {
            lines.add("%d,%d,%d".formatted(i, i % 17, i % 17 > 8 == (i % 5 > 0) ? 1 : 0));
        }
        return lines;
    }

    private Verbs.Answer train(List<String> lines, String... more) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("train", "--home", folder, "--label", "y", "--id", "id"));
        arguments.addAll(List.of("--table", Files.write(folder.resolve("t.csv"), lines)));
        arguments.addAll(List.of(more));
        return Verbs.run(arguments.toArray());
    }

    @Test
    void theContendersStandBesideTheContractsFigures() throws IOException {
        Verbs.Answer json = train(lines(), "--folds", "2", "--json");
        assertThat(json.exitCode()).as(json.err()).isZero();
        assertThat(json.out())
                .contains("\"auc\" :", "\"ks\" :", "\"gini\" :", "\"brier\" :", "\"log_loss\" :", "\"ece\" :")
                .contains("\"contenders\" :", "\"best_single_column\" :", "\"base_rate\" :", "\"logistic\" :");
        assertThat(train(lines(), "--folds", "2").out())
                .contains("against best_single_column", "x in 2", "against base_rate", "log loss saved");
    }

    @Test
    void aTableThatIsNoneIsRejectedInput() throws IOException {
        List<String> ragged = lines();
        ragged.set(100, "99,3");
        Verbs.Answer answer = train(ragged);
        assertThat(answer.exitCode()).isEqualTo(3);
        assertThat(answer.err()).contains("t.csv, line 101", "fewer values than the 3 columns");
    }

    @Test
    void aRequestThatDoesNotFitTheTableIsWrongUsage() throws IOException {
        Verbs.Answer answer = train(lines(), "--exclude", "z");
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("--exclude 'z' is not in the table: use one of [id, x, y]");
    }
}
