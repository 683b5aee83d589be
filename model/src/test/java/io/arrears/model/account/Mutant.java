package io.arrears.model.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A class of this room with one thing broken: its source with {@code original} replaced.
 *
 * @param name what is broken
 */
public record Mutant(String name, String type, String original, String broken) {
    private static final Path SOURCES =
            Path.of("..", "model", "src", "main", "java", "io", "arrears", "model", "account");

    /** The ways in which the only door to facts can be broken. */
    public static List<Mutant> ofTheDoor() {
        return List.of(
                new Mutant(
                        "no known-time filter",
                        "AccountHistory",
                        "knownMicros[i] <= asOfMicros && !(versioned && isSupersededAt(i, asOfMicros))",
                        "!(versioned && isSupersededAt(i, asOfMicros))"),
                new Mutant("no event-day filter", "AccountHistory", "&& eventDays[i] <= asOfDay;", ";"),
                new Mutant(
                        "known at the instant itself is not known",
                        "AccountHistory",
                        "knownMicros[i] <= asOfMicros",
                        "knownMicros[i] < asOfMicros"),
                new Mutant(
                        "the as-of day itself has not come",
                        "AccountHistory",
                        "eventDays[i] <= asOfDay",
                        "eventDays[i] < asOfDay"),
                new Mutant(
                        "versions known later count",
                        "AccountHistory",
                        "supersededMicros[index] != Versions.NEVER && supersededMicros[index] <= asOfMicros",
                        "supersededMicros[index] != Versions.NEVER"),
                new Mutant(
                        "a version known at the instant itself does not count",
                        "AccountHistory",
                        "supersededMicros[index] <= asOfMicros",
                        "supersededMicros[index] < asOfMicros"),
                new Mutant(
                        "the earliest version instead of the latest",
                        "Versions",
                        "superseded[versions.get(v - 1)] = facts[versions.get(v)].knownMicros()",
                        "superseded[versions.get(v)] = facts[versions.get(v - 1)].knownMicros()"),
                new Mutant(
                        "ties go to the earlier event",
                        "Versions",
                        ".thenComparing(Comparator.naturalOrder())",
                        ".thenComparing(Comparator.reverseOrder())"),
                new Mutant(
                        "the version that happened last instead of the one known last",
                        "Versions",
                        "comparingLong(index -> facts[index].knownMicros())",
                        "comparingLong(index -> facts[index].eventDay())"),
                new Mutant(
                        "every version counts",
                        "AccountHistory",
                        "boolean versioned = supersededMicros.length > 0;",
                        "boolean versioned = false;"),
                new Mutant(
                        "facts of different keys are taken for versions",
                        "Versions",
                        "one.table() == other.table() && one.key().equals(other.key())",
                        "one.table() == other.table()"),
                new Mutant(
                        "a date means the end of its day",
                        "AccountHistory",
                        "knownAt(Days.startMicros(day))",
                        "knownAt(Days.endMicros(day))"),
                new Mutant("facts stay in the order they came", "FactOrder", "Arrays.sort(order);", "order.clone();"));
    }

    /**
     * Compiles the broken class into {@code classes}, beside nothing else.
     *
     * @throws IllegalStateException when the source no longer reads as {@code original}, or the broken one does not
     *     compile
     */
    public void compile(Path classes) throws IOException {
        Path source = SOURCES.resolve(type + ".java");
        String text = Files.readString(source);
        if (!text.contains(original)) {
            throw new IllegalStateException("%s no longer says '%s': say here how to break '%s' as it stands now"
                    .formatted(source, original, name));
        }
        Path mutated = classes.resolve("source").resolve(type + ".java");
        Files.createDirectories(mutated.getParent());
        Files.writeString(mutated, text.replace(original, broken));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classPath());
            if (!javac.getTask(null, files, null, options, null, files.getJavaFileObjects(mutated))
                    .call()) {
                throw new IllegalStateException("the mutant '%s' does not compile".formatted(name));
            }
        }
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
