package io.arrears.pipeline.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.mart.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeWriterTest {
    @TempDir
    private Path temp;

    private static DropRecord drop(String id) {
        return new DropRecord(id, "2024-01-01T00:00:00Z", "somewhere", List.of(), List.of(), List.of(), FactFiles.NONE);
    }

    private void commit(Home home, String id) {
        try (LakeWriter writer = LakeWriter.lock(home)) {
            writer.stage(id);
            writer.commit(drop(id), lake -> AttributeCatalogue.EMPTY);
        }
    }

    @Test
    void a_writer_killed_before_the_pointer_moved_leaves_the_old_lake_and_is_cleaned_up() throws IOException {
        Home home = new Home(temp);
        commit(home, "one");
        Path history = home.history();
        Files.createDirectories(history.resolve("staging/two/facts"));
        Files.createDirectories(history.resolve("drops/two/facts"));
        Files.writeString(history.resolve("generations/2.json"), "{half");
        Files.writeString(history.resolve("CURRENT.next"), "2");

        assertThat(HistoryLake.open(home).ledger())
                .extracting(DropRecord::dropId)
                .containsExactly("one");
        commit(home, "three");

        assertThat(HistoryLake.open(home).ledger())
                .extracting(DropRecord::dropId)
                .containsExactly("one", "three");
        assertThat(history.resolve("drops/two")).doesNotExist();
        assertThat(history.resolve("staging/two")).doesNotExist();
    }

    @Test
    void two_writers_do_not_meet() {
        Home home = new Home(temp);
        try (LakeWriter writer = LakeWriter.lock(home)) {
            assertThat(writer.lake().isEmpty()).isTrue();
            assertThatThrownBy(() -> LakeWriter.lock(home)).hasMessageContaining("another ingest is writing");
        }
        commit(home, "one");
    }

    @Test
    void a_damaged_drop_is_an_error_not_a_gap() throws IOException {
        Home home = new Home(temp);
        commit(home, "one");
        Files.writeString(home.history().resolve("drops/one/drop.json"), "{}");

        assertThatThrownBy(() -> HistoryLake.open(home)).hasMessageContaining("digest");
    }
}
