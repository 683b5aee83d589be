package io.arrears.model.mart;

import java.nio.file.Path;

/**
 * Where everything lives under one home folder. What is published is immutable; a small {@code CURRENT} file names
 * the version in force and is replaced atomically.
 *
 * <pre>
 * history/CURRENT            names the generation of the lake in force
 * history/drops/…            facts as Parquet, one folder per drop, quarantine and ledger beside
 * features/as-of=DATE/       vectors of the book
 * models/CHAMPION, models/ID/ registry
 * scores/as-of=DATE/, shadow/as-of=DATE/, plans/as-of=DATE/
 * mart/CURRENT, mart/RUN/mart.duckdb, mart/RUN/strategy.yaml
 * decisions/, journal/       written by the service
 * </pre>
 */
public record Home(Path root) {
    public Path history() {
        return root.resolve("history");
    }

    public Path features() {
        return root.resolve("features");
    }

    public Path models() {
        return root.resolve("models");
    }

    public Path scores() {
        return root.resolve("scores");
    }

    /** What the model in the shadow says of the book. */
    public Path shadow() {
        return root.resolve("shadow");
    }

    public Path plans() {
        return root.resolve("plans");
    }

    public Path mart() {
        return root.resolve("mart");
    }

    public Path decisions() {
        return root.resolve("decisions");
    }

    public Path journal() {
        return root.resolve("journal");
    }
}
