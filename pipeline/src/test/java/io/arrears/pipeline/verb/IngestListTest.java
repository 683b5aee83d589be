package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.DropRecord;
import io.arrears.pipeline.history.FactFiles;
import io.arrears.pipeline.history.LakeWriter;
import io.arrears.pipeline.history.ReasonCount;
import io.arrears.pipeline.history.Reconciliation;
import io.arrears.pipeline.history.TableCount;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestListTest {
    @TempDir
    private Path home;

    private void commit(String id, Reconciliation row) {
        DropRecord drop = new DropRecord(
                id,
                "2024-06-01T00:00:00Z",
                "/drops/" + id,
                List.of(new TableCount("payments", 10, 7, 2, 1)),
                List.of(new ReasonCount("payments", "bad_date", 1, "payments.csv line 3: no date")),
                List.of(row),
                FactFiles.NONE);
        try (LakeWriter writer = LakeWriter.lock(new Home(home))) {
            writer.useBuckets(5);
            writer.stage(id);
            writer.commit(drop, lake -> AttributeCatalogue.EMPTY);
        }
    }

    @Test
    void no_drop_is_an_answer() {
        Verbs.Answer answer = Verbs.run("ingest", "--list", "--home", home);
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("No drops yet");
    }

    @Test
    void drops_are_listed_in_order_with_counts_and_money() {
        commit("one", new Reconciliation("EUR", 0, 500, 100, 0, 400));
        commit("two", new Reconciliation("EUR", 400, 0, 50, 0, 350));

        Verbs.Answer answer = Verbs.run("ingest", "--list", "--home", home);
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out())
                .contains("2 drops")
                .contains("5 buckets")
                .contains("Every drop reconciles")
                .containsSubsequence("one  2024", "closing 400", "two  2024", "opening 400");
        assertThat(Verbs.run("ingest", "--list", "--json", "--home", home).out())
                .contains("\"reconciles\" : true")
                .contains("\"drop_id\" : \"two\"")
                .contains("\"facts_sha256\"");
    }

    @Test
    void a_break_in_the_chain_is_a_refusal() {
        commit("one", new Reconciliation("EUR", 0, 500, 100, 0, 400));
        commit("two", new Reconciliation("EUR", 390, 0, 0, 0, 390));

        Verbs.Answer answer = Verbs.run("ingest", "--list", "--home", home);
        assertThat(answer.exitCode()).isOne();
        assertThat(answer.out()).contains("drop two: opens at 390 EUR, the drop before closed at 400");
    }

    @Test
    void a_source_or_the_list_and_the_number_of_buckets_stays() {
        assertThat(Verbs.run("ingest", "--home", home).exitCode()).isEqualTo(2);
        assertThat(Verbs.run("ingest", "--home", home, "--list", "--source", home)
                        .exitCode())
                .isEqualTo(2);
        commit("one", new Reconciliation("EUR", 0, 500, 100, 0, 400));
        Verbs.Answer answer = Verbs.run("ingest", "--home", home, "--source", home, "--buckets", 6);
        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.err()).contains("--buckets is 6").contains("made with 5");
        Verbs.Answer beyond = Verbs.run("ingest", "--home", home, "--source", home, "--buckets", 1025);
        assertThat(beyond.exitCode()).isEqualTo(2);
        assertThat(beyond.err()).contains("1025").contains("1024");
    }
}
