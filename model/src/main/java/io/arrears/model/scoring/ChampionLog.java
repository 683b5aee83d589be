package io.arrears.model.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * Which model was put in force, one line per step ({@code promote ID}, {@code promote ID forced REASON} when the gate had
 * refused it, or {@code rollback}), the last in force. The file is replaced atomically.
 */
record ChampionLog(Path file) {
    private static final String PROMOTE = "promote ";
    private static final String ROLLBACK = "rollback";
    private static final String FORCED = " forced ";

    Optional<String> find() {
        return Optional.ofNullable(stack(lines()).peek());
    }

    Set<String> everPromoted() {
        Set<String> ids = new LinkedHashSet<>();
        for (String line : lines()) {
            if (line.startsWith(PROMOTE)) {
                ids.add(idOf(line));
            }
        }
        return ids;
    }

    /** @param reason why the gate's refusal is set aside; empty when it is not */
    void promote(String id, String reason) {
        if (!find().equals(Optional.of(id))) {
            append(PROMOTE + id + (reason.isEmpty() ? "" : FORCED + reason.replaceAll("\\s+", " ")));
        }
    }

    private static String idOf(String line) {
        return line.substring(PROMOTE.length()).split(" ", 2)[0];
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
                    stack.push(idOf(line));
                }
            }
        } catch (NoSuchElementException | IndexOutOfBoundsException e) {
            throw new IllegalStateException("the CHAMPION log is damaged: restore it", e);
        }
        return stack;
    }

    /** Every step, the oldest first. */
    List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String line) {
        List<String> next = new ArrayList<>(lines());
        next.add(line);
        RegistryFile.replace(file, (String.join("\n", next) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
