package io.arrears.pipeline.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a sample: filled beside its place, then renamed, so that readers see the old or the new. Only what an
 * earlier run of this room has written is ever removed.
 */
final class OutputFolder {
    private static final Set<String> OURS = Set.of(
            "accounts.csv",
            "invoices.csv",
            "payments.csv",
            "contacts.csv",
            "promises.csv",
            "disputes.csv",
            "consents.csv",
            "flags.csv",
            TruthDrop.FOLDER,
            TruthDrop.README,
            TruthDrop.ACCOUNTS,
            TruthDrop.ARMS);

    private final Path out;
    private final Path filling;
    private final Path old;

    private OutputFolder(Path out) {
        this.out = out;
        this.filling = out.resolveSibling("." + out.getFileName() + ".filling");
        this.old = out.resolveSibling("." + out.getFileName() + ".old");
    }

    /** Checks that the place is free or ours and makes an empty folder beside it. */
    static OutputFolder prepare(Path requested) throws IOException {
        Path out = requested.toAbsolutePath().normalize();
        Path parent = out.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("out is " + requested + ", the root of a file system: name a folder");
        }
        OutputFolder folder = new OutputFolder(out);
        folder.bringBack();
        folder.requireReplaceable();
        Files.createDirectories(parent);
        remove(folder.filling);
        remove(folder.old);
        Files.createDirectory(folder.filling);
        return folder;
    }

    Path filling() {
        return filling;
    }

    /** Puts the filled folder in its place. Returns the bytes in it. */
    long publish() throws IOException {
        long bytes = 0;
        for (Path file : listAll(filling)) {
            bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        if (Files.exists(out)) {
            Files.move(out, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(filling, out, StandardCopyOption.ATOMIC_MOVE);
        remove(old);
        return bytes;
    }

    void abandon() throws IOException {
        remove(filling);
    }

    /** After a run killed between its two renames, the sample before it stands beside its place. */
    private void bringBack() throws IOException {
        if (Files.exists(old) && !Files.exists(out)) {
            Files.move(old, out, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void requireReplaceable() throws IOException {
        if (!Files.exists(out)) {
            return;
        }
        if (!Files.isDirectory(out)) {
            throw new IllegalArgumentException("out is " + out + ", which is a file: name a folder");
        }
        List<Path> content = listAll(out);
        for (Path path : content) {
            String name = out.relativize(path).toString().replace('\\', '/');
            if (!name.isEmpty() && !OURS.contains(name)) {
                throw new IllegalArgumentException("out is " + out + ", which holds " + name
                        + " and so is not an earlier sample: name an empty folder, or remove it yourself");
            }
        }
        if (content.size() > 1 && !marked()) {
            throw new IllegalArgumentException("out is " + out + ", which has no " + TruthDrop.README
                    + " of an earlier sample: name an empty folder, or remove it yourself");
        }
    }

    private boolean marked() throws IOException {
        Path readme = out.resolve(TruthDrop.README);
        return Files.isRegularFile(readme)
                && Files.readString(readme, StandardCharsets.UTF_8).startsWith(TruthReadme.FIRST_LINE);
    }

    private static List<Path> listAll(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> content = listAll(folder);
            for (int i = content.size() - 1; i >= 0; i--) {
                Files.delete(content.get(i));
            }
        }
    }
}
