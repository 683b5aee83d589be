package io.arrears.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.feature.TruncationTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Breaks the only door to facts in every way we can think of: the stories, and where facts leak the proof, must fail. */
final class KnownTimeMutantsTest {
    /** With these, something learned later changes what is seen. */
    private static final Set<String> LEAKS =
            Set.of("no known-time filter", "versions known later count", "a date means the end of its day");

    @TempDir
    private Path folder;

    @Test
    void the_door_as_it_is_passes() throws ReflectiveOperationException {
        BrokenDoor whole = new BrokenDoor(folder);

        assertThat(whole.failures(KnownStoriesTest.class)).isEmpty();
        assertThat(whole.failures(TruncationTest.class)).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> no_mutant_survives() {
        return Mutant.ofTheDoor().stream()
                .map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> assertKilled(mutant)));
    }

    private void assertKilled(Mutant mutant) throws IOException, ReflectiveOperationException {
        Path classes = folder.resolve(mutant.name().replace(' ', '-'));
        mutant.compile(classes);
        BrokenDoor broken = new BrokenDoor(classes);
        List<String> stories = broken.failures(KnownStoriesTest.class);

        assertThat(stories).as("stories that notice: %s", mutant.name()).isNotEmpty();
        if (LEAKS.contains(mutant.name())) {
            assertThat(broken.failures(TruncationTest.class))
                    .as("the truncation proof notices: %s", mutant.name())
                    .isNotEmpty();
        }
    }

    @Test
    void every_leak_is_a_mutant() {
        assertThat(Mutant.ofTheDoor()).extracting(Mutant::name).containsAll(LEAKS);
    }
}
