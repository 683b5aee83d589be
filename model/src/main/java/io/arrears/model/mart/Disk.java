package io.arrears.model.mart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * What makes a publish outlive a power failure: what a pointer names is on disk before the pointer, and a rename is on
 * disk before the verb says it is done. Killed processes need none of this; the operating system keeps what they wrote.
 */
public final class Disk {
    /** Windows cannot open folders; its file systems keep a journal of names. */
    private static final boolean FOLDERS_OPEN = !System.getProperty("os.name").startsWith("Windows");

    private Disk() {}

    /** Forces a file or a folder with all it holds. */
    public static void force(Path path) {
        try (Stream<Path> tree = Files.walk(path)) {
            List<Path> all = tree.toList();
            for (Path each : all) {
                forceOne(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forces the names in the folder that holds {@code path}, after one was added or replaced. */
    public static void forceNameOf(Path path) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                forceOne(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forceOne(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        if (folder && !FOLDERS_OPEN) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
