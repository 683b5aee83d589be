package io.arrears.serving.scores;

import io.arrears.model.account.KnownHistory;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scores;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A challenger beside the champion: it is asked what the champion was asked, afterwards and on a thread of its own, and
 * only how far both agree is kept. No answer waits for it or depends on it; when there is too much to do it skips.
 */
public final class Shadow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shadow.class);
    private static final int MOST_WAITING = 20_000;
    private static final int CLOSE_SECONDS = 5;

    private final FollowedModel challenger;
    private final ThreadPoolExecutor thread;
    private final AtomicLong dropped = new AtomicLong();
    private Tally tally = new Tally("", "");

    public Shadow(ModelRegistry registry) {
        this.challenger = new FollowedModel(registry, "shadow", registry::findShadow);
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> {
                    Thread named = new Thread(task, "shadow");
                    named.setDaemon(true);
                    return named;
                },
                (task, pool) -> dropped.incrementAndGet());
    }

    /** Asks whether the challenger would decide otherwise. */
    public interface Redecision {
        boolean flips(Champion.Loaded challenger);
    }

    /** The champion scored an account. */
    void scored(KnownHistory known, Scores answered) {
        challenger.find().ifPresent(model -> thread.execute(() -> compare(model, known, answered)));
    }

    /** The champion scored and decided on an account. */
    public void decided(KnownHistory known, Scores answered, Redecision again) {
        challenger
                .find()
                .ifPresent(model -> thread.execute(() -> {
                    compare(model, known, answered);
                    redecide(model, answered, again);
                }));
    }

    private void compare(Champion.Loaded model, KnownHistory known, Scores answered) {
        try {
            double difference = Math.abs(model.payProbability(known) - answered.payProbability30d());
            add(model, answered, tallied -> tallied.add(difference));
        } catch (RuntimeException e) {
            fail(model, answered, e);
        }
    }

    private void redecide(Champion.Loaded model, Scores answered, Redecision again) {
        try {
            boolean flips = again.flips(model);
            add(model, answered, tallied -> tallied.decide(flips));
        } catch (RuntimeException e) {
            fail(model, answered, e);
        }
    }

    private void fail(Champion.Loaded model, Scores answered, RuntimeException e) {
        LOG.warn("the model in the shadow can't follow: {}", e.getMessage());
        add(model, answered, tallied -> tallied.failed++);
    }

    private interface Change {
        void on(Tally tally);
    }

    private synchronized void add(Champion.Loaded model, Scores answered, Change change) {
        if (!tally.isOf(answered.modelId(), model.scorer().modelId())) {
            tally = new Tally(answered.modelId(), model.scorer().modelId());
            dropped.set(0);
        }
        change.on(tally);
    }

    /** Empty while no model is in the shadow, or nothing was asked since. */
    public synchronized Optional<Agreement> agreement() {
        return challenger
                .find()
                .filter(model -> tally.challenger.equals(model.scorer().modelId()))
                .map(model -> tally.answer(dropped.get()));
    }

    /** Looks at the registry now. */
    public void refresh() {
        challenger.refresh();
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        agreement().ifPresent(agreement -> LOG.info("the shadow agreed so far: {}", agreement));
    }

    /** Guarded by the shadow. */
    private static final class Tally {
        private final String champion;
        private final String challenger;
        private long scored;
        private double sum;
        private double largest;
        private long decided;
        private long flipped;
        private long failed;

        Tally(String champion, String challenger) {
            this.champion = champion;
            this.challenger = challenger;
        }

        boolean isOf(String first, String second) {
            return champion.equals(first) && challenger.equals(second);
        }

        void add(double difference) {
            scored++;
            sum += difference;
            largest = Math.max(largest, difference);
        }

        void decide(boolean flips) {
            decided++;
            flipped += flips ? 1 : 0;
        }

        Agreement answer(long dropped) {
            return new Agreement(
                    champion,
                    challenger,
                    new Agreement.Differences(scored, scored == 0 ? 0 : sum / scored, largest),
                    decided,
                    flipped,
                    dropped,
                    failed);
        }
    }
}
