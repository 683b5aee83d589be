package io.arrears.serving.scores;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model in force under many callers. */
final class ChampionTest {
    private static final int CALLERS = 16;

    @Test
    void callersWhoComeWhileItLoadsWaitForIt(@TempDir Path folder) {
        Home home = new Home(folder);
        ModelFixture.register(home);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            Champion champion = new Champion(new ModelRegistry(home.models()));
            List<CompletableFuture<Boolean>> found = IntStream.range(0, CALLERS)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> champion.find().isPresent(), callers))
                    .toList();
            assertThat(found).allMatch(CompletableFuture::join);
        } finally {
            callers.shutdownNow();
        }
    }
}
