package io.arrears.model.scoring;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Keeps one workspace for the next call; calls at the same time get a fresh one each. */
final class Spare<T> {
    private final AtomicReference<T> kept = new AtomicReference<>();
    private final Supplier<T> fresh;

    Spare(Supplier<T> fresh) {
        this.fresh = fresh;
    }

    T take() {
        T found = kept.getAndSet(null);
        return found == null ? fresh.get() : found;
    }

    void giveBack(T used) {
        kept.set(used);
    }
}
