package io.arrears.model.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * Which model was put in force when, one line per step ({@code promote ID} or {@code rollback}), the last in force. The
 * file is replaced atomically, so a reader sees the old log or the new one.
 */
record ChampionLog(Path file) {
    private static final String PROMOTE = "promote ";
    private static final String ROLLBACK = "rollback";

    Optional<String> find() {
        return Optional.ofNullable(stack(lines()).peek());
    }

    Set<String> everPromoted() {
        Set<String> ids = new LinkedHashSet<>();
        for (String line : lines()) {
            if (line.startsWith(PROMOTE)) {
                ids.add(line.substring(PROMOTE.length()));
            }
        }
        return ids;
    }

    void promote(String id) {
        if (!find().equals(Optional.of(id))) {
            append(PROMOTE + id);
        }
    }

    String rollback() {
        Deque<String> stack = stack(lines());
        if (stack.size() < 2) {
            throw new IllegalStateException("no champion came before this one: promote a model instead");
        }
        append(ROLLBACK);
        stack.pop();
        return stack.element();
    }

    private static Deque<String> stack(List<String> lines) {
        Deque<String> stack = new ArrayDeque<>();
        try {
            for (String line : lines) {
                if (line.equals(ROLLBACK)) {
                    stack.pop();
                } else {
                    stack.push(line.substring(PROMOTE.length()));
                }
            }
        } catch (NoSuchElementException | IndexOutOfBoundsException e) {
            throw new IllegalStateException("the CHAMPION log is damaged: restore it", e);
        }
        return stack;
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String line) {
        List<String> next = new ArrayList<>(lines());
        next.add(line);
        Path beside = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(beside, next);
            try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
