package io.arrears.serving.mart;

import io.arrears.model.mart.Home;
import io.arrears.model.mart.Published;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mart in force. Follows {@code mart/CURRENT}: a newly published run serves the next query, queries under way finish
 * on the run they began with. A run that can't be opened is logged and the old one stays. Thread-safe.
 */
public final class Mart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Mart.class);

    private final Path folder;
    private final Published current;
    private final ScheduledExecutorService poller;
    private volatile @Nullable MartRun run;
    private volatile @Nullable String refused;

    private Mart(Home home, ScheduledExecutorService poller) {
        this.folder = home.mart();
        this.current = new Published(folder.resolve("CURRENT"));
        this.poller = poller;
    }

    /** Opens what is published, if anything, and looks for a newer run every {@code pollMillis}. */
    public static Mart open(Home home, long pollMillis) {
        ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "mart-poller");
            thread.setDaemon(true);
            return thread;
        });
        Mart mart = new Mart(home, poller);
        mart.refresh();
        // refresh never throws, so the future has nothing to tell.
        var unused = poller.scheduleWithFixedDelay(mart::refresh, pollMillis, pollMillis, TimeUnit.MILLISECONDS);
        return mart;
    }

    /** The run in force, empty when nothing is published. */
    public Optional<RunInfo> currentRun() {
        MartRun open = run;
        return open == null ? Optional.empty() : Optional.of(open.info());
    }

    /** Why the run that CURRENT names is not served, empty when it is. */
    public Optional<String> findProblem() {
        return Optional.ofNullable(refused);
    }

    /**
     * Lends one connection for several queries that must see the same run.
     *
     * @throws NothingPublishedException when there is no run
     * @throws MartException when the run can't answer
     */
    public <T> T read(Function<MartReader, T> work) {
        while (true) {
            MartRun open = run;
            if (open == null) {
                throw new NothingPublishedException();
            }
            if (open.enter()) {
                try {
                    return open.lend(work);
                } finally {
                    open.leave();
                }
            }
        }
    }

    /** As {@link MartReader#query}, on a connection of its own. */
    public <T> T query(String sql, List<? extends @Nullable Object> params, ResultReader<T> reader) {
        return read(mart -> mart.query(sql, params, reader));
    }

    /** As {@link MartReader#list}, on a connection of its own. */
    public <T> List<T> list(String sql, List<? extends @Nullable Object> params, RowReader<T> reader) {
        return read(mart -> mart.list(sql, params, reader));
    }

    /** As {@link MartReader#find}, on a connection of its own. */
    public <T> Optional<T> find(String sql, List<? extends @Nullable Object> params, RowReader<T> reader) {
        return read(mart -> mart.find(sql, params, reader));
    }

    /** Looks at CURRENT now; the poller calls it too. */
    public synchronized void refresh() {
        try {
            Optional<String> named = current.find();
            MartRun old = run;
            if (named.isEmpty() || isServed(old, named.get())) {
                return;
            }
            MartRun next = MartRun.open(folder.resolve(named.get()));
            run = next;
            refused = null;
            LOG.info("serving run {} as of {}", next.info().runId(), next.info().asOf());
            if (old != null) {
                old.retire();
            }
        } catch (RuntimeException e) {
            refuse(e);
        }
    }

    private boolean isServed(@Nullable MartRun old, String name) {
        return old != null && old.info().directory().equals(folder.resolve(name));
    }

    private void refuse(RuntimeException e) {
        String why = String.valueOf(e.getMessage());
        if (!why.equals(refused)) {
            LOG.error("the published run is not served: {}", why);
        }
        refused = why;
    }

    @Override
    public synchronized void close() {
        poller.shutdownNow();
        MartRun open = run;
        run = null;
        if (open != null) {
            open.retire();
        }
    }
}
