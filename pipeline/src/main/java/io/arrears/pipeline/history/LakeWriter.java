package io.arrears.pipeline.history;

import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.mart.Disk;
import io.arrears.model.mart.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * The one writer of a lake: holds its lock from {@link #lock} to {@link #close}. A drop is built in a staging folder,
 * moved into place, named in a new generation, and in force once {@code CURRENT} names that. Killed at any moment, it
 * leaves the old generation readable and leftovers that the next writer removes; the operating system frees the lock.
 */
public final class LakeWriter implements AutoCloseable {
    private static final String COMPACTION = "compaction";

    private final LakeFolder folder;
    private final FileChannel channel;
    private Generation generation;

    private LakeWriter(LakeFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
        this.generation = folder.currentGeneration();
    }

    /**
     * Takes the lake's lock and removes what a killed writer left.
     *
     * @throws IllegalStateException when another process is writing
     */
    public static LakeWriter lock(Home home) {
        LakeFolder folder = LakeFolder.of(home);
        try {
            Files.createDirectories(folder.root());
            FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new IllegalStateException(
                        "another ingest is writing to %s: wait for it to end".formatted(folder.root()));
            }
            LakeWriter writer = new LakeWriter(folder, channel);
            new Leftovers(folder, writer.generation).remove();
            return writer;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to %s".formatted(folder.root()), e);
        }
    }

    /** The lock lives as long as its channel, which {@link #close} closes. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /**
     * The number of buckets that the first drop makes the lake with.
     *
     * @throws IllegalArgumentException when it was made with another
     */
    public void useBuckets(int buckets) {
        generation = generation.withBuckets(buckets);
    }

    /** The lake in force. */
    public HistoryLake lake() {
        return HistoryLake.at(folder, generation);
    }

    public Optional<DropRecord> find(String dropId) {
        return lake().ledger().stream()
                .filter(drop -> drop.dropId().equals(dropId))
                .findFirst();
    }

    /** An empty folder in which to build a drop: what stands in it becomes the drop's folder. */
    public Path stage(String dropId) {
        Path staging = folder.staging().resolve(dropId);
        try {
            Leftovers.delete(staging);
            return Files.createDirectories(staging);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that {@link #stage} makes. */
    public Path staged(String dropId) {
        return folder.staging().resolve(dropId);
    }

    /** The folder of the staged drop's facts; their files are named {@code part-<bucket>…}. */
    public Path stagedFacts(String dropId) {
        return folder.staging().resolve(dropId).resolve(LakeFolder.FACTS);
    }

    /** Where a committed drop's folder will stand. */
    public Path committed(String dropId) {
        return folder.drop(dropId);
    }

    /**
     * Puts the staged drop in force.
     *
     * @param learn learns the attribute catalogue of the lake with the drop
     */
    public HistoryLake commit(DropRecord drop, Function<HistoryLake, AttributeCatalogue> learn) {
        Path staging = folder.staging().resolve(drop.dropId());
        LakeFolder.write(staging.resolve("drop.json"), drop);
        move(staging, folder.drop(drop.dropId()));
        return putInForce(
                generation.plus(new Generation.DropRef(drop.dropId(), Sha256.of(folder.dropRecord(drop.dropId())))),
                learn);
    }

    /**
     * Merges all facts to one file per bucket when one has more than {@code maxFiles}. Drops, digests and what readers
     * see stay the same. The files it replaces stay for readers that have opened them, see {@link Leftovers}.
     */
    public void compactAbove(int maxFiles, SparkSession spark) {
        HistoryLake lake = lake();
        if (lake.mostFilesPerBucket() <= maxFiles) {
            return;
        }
        Path staging = stage(COMPACTION);
        FactFiles merged = new Compaction(spark, lake).write(staging.resolve(LakeFolder.FACTS));
        LakeFolder.write(staging.resolve(LakeFolder.COMPACTION_RECORD), merged);
        String sha256 = Sha256.of(staging.resolve(LakeFolder.COMPACTION_RECORD));
        move(staging, folder.compaction(generation.number() + 1));
        putInForce(generation.compacted(sha256), same -> lake.attributeCatalogue());
    }

    private static void move(Path from, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Disk.force(from);
            Files.move(from, to);
            Disk.forceNameOf(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HistoryLake putInForce(Generation next, Function<HistoryLake, AttributeCatalogue> learn) {
        LakeFolder.write(folder.generation(next.number()), next);
        HistoryLake lake = HistoryLake.at(folder, next);
        LakeFolder.write(folder.catalogue(next.number()), learn.apply(lake));
        Disk.force(folder.generation(next.number()));
        Disk.force(folder.catalogue(next.number()));
        Disk.forceNameOf(folder.generation(next.number()));
        folder.current().replace(Integer.toString(next.number()));
        generation = next;
        return lake;
    }

    /** Keeps the staged reports of a refused drop under {@code history/rejected}, without its facts; answers where. */
    public Path refuse(String dropId) {
        Path kept = folder.rejected(dropId);
        try {
            Leftovers.delete(stagedFacts(dropId));
            Leftovers.delete(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        move(folder.staging().resolve(dropId), kept);
        return kept;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
