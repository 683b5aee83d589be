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

/**
 * The one writer of a lake: holds its lock from {@link #lock} to {@link #close}. A drop is built in a staging folder,
 * moved into place, named in a new generation, and in force once {@code CURRENT} names that. Killed at any moment, it
 * leaves the old generation readable and leftovers that the next writer removes; the operating system frees the lock.
 */
public final class LakeWriter implements AutoCloseable {
    private final LakeFolder folder;
    private final FileChannel channel;
    private final Generation generation;

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

    /** The folder of the staged drop's facts; their files are named {@code part-<bucket>…}. */
    public Path stagedFacts(String dropId) {
        return folder.staging().resolve(dropId).resolve("facts");
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
        try {
            Files.createDirectories(folder.drops());
            Disk.force(staging);
            Files.move(staging, folder.drop(drop.dropId()));
            Disk.forceNameOf(folder.drop(drop.dropId()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Generation next =
                generation.plus(new Generation.DropRef(drop.dropId(), Sha256.of(folder.dropRecord(drop.dropId()))));
        LakeFolder.write(folder.generation(next.number()), next);
        HistoryLake lake = HistoryLake.at(folder, next);
        LakeFolder.write(folder.catalogue(next.number()), learn.apply(lake));
        Disk.force(folder.generation(next.number()));
        Disk.force(folder.catalogue(next.number()));
        Disk.forceNameOf(folder.generation(next.number()));
        folder.current().replace(Integer.toString(next.number()));
        return lake;
    }

    /** Keeps the staged reports of a refused drop under {@code history/rejected}, without its facts; answers where. */
    public Path refuse(String dropId) {
        Path kept = folder.rejected(dropId);
        try {
            Leftovers.delete(stagedFacts(dropId));
            Leftovers.delete(kept);
            Files.createDirectories(kept.getParent());
            Files.move(folder.staging().resolve(dropId), kept);
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
