package io.arrears.pipeline.verb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Counts what happens to the files of a home: every file made, written, renamed or removed, as the system tells. */
final class HomeWatch implements AutoCloseable {
    private static final long POLL_MILLIS = 20;

    private final WatchService service;
    private int events;

    private HomeWatch(WatchService service) {
        this.service = service;
    }

    static HomeWatch of(Path home) throws IOException {
        HomeWatch watch = new HomeWatch(home.getFileSystem().newWatchService());
        watch.register(home);
        return watch;
    }

    private void register(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path each : tree.filter(Files::isDirectory).toList()) {
                each.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            }
        } catch (NoSuchFileException | UncheckedIOException e) {
            // It went while it was looked at: the home is being written to.
        }
    }

    /** Waits until so many events were seen, or while {@code going} is true; answers how many were. */
    int await(int wanted, BooleanSupplier going) throws IOException, InterruptedException {
        while (events < wanted && going.getAsBoolean()) {
            WatchKey key = service.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (key != null) {
                take(key);
            }
        }
        return events;
    }

    private void take(WatchKey key) throws IOException {
        for (WatchEvent<?> event : key.pollEvents()) {
            events++;
            if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE) {
                Path made = ((Path) key.watchable()).resolve((Path) event.context());
                if (Files.isDirectory(made)) {
                    register(made);
                }
            }
        }
        key.reset();
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
