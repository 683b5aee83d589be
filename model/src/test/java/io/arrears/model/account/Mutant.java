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
    private static final Path SOURCES = Path.of("..", "model", "src", "main", "java", "io", "arrears", "model", "account");

    /** The ways in which the only door to facts can be broken. */
    public static List<Mutant> ofTheDoor() {
        return List.of(
                new Mutant(
                        "no known-time filter",
                        "KnownHistory",
                        "fact.knownMicros() <= asOfMicros && fact.eventDay() <= known.asOfDay",
                        "fact.eventDay() <= known.asOfDay"),
                new Mutant(
                        "no event-day filter",
                        "KnownHistory",
                        "fact.knownMicros() <= asOfMicros && fact.eventDay() <= known.asOfDay",
                        "fact.knownMicros() <= asOfMicros"),
                new Mutant(
                        "known at the instant itself is not known",
                        "KnownHistory",
                        "fact.knownMicros() <= asOfMicros",
                        "fact.knownMicros() < asOfMicros"),
                new Mutant(
                        "the as-of day itself has not come",
                        "KnownHistory",
                        "fact.eventDay() <= known.asOfDay",
                        "fact.eventDay() < known.asOfDay"),
                new Mutant(
                        "versions known later count",
                        "LatestVersions",
                        "if (fact.knownMicros() <= asOfMicros) {",
                        "if (fact.knownMicros() <= Long.MAX_VALUE) {"),
                new Mutant(
                        "a version known at the instant itself does not count",
                        "LatestVersions",
                        "if (fact.knownMicros() <= asOfMicros) {",
                        "if (fact.knownMicros() < asOfMicros) {"),
                new Mutant(
                        "the earliest version instead of the latest",
                        "LatestVersions",
                        "facts.get(held).knownMicros() <= fact.knownMicros() ? candidate : held",
                        "facts.get(held).knownMicros() <= fact.knownMicros() ? held : candidate"),
                new Mutant(
                        "ties go to the earlier event",
                        "LatestVersions",
                        "facts.get(held).knownMicros() <= fact.knownMicros() ? candidate : held",
                        "facts.get(held).knownMicros() < fact.knownMicros() ? candidate : held"),
                new Mutant(
                        "the first version seen instead of the latest",
                        "LatestVersions",
                        "facts.get(held).knownMicros() <= fact.knownMicros() ? candidate : held",
                        "held"),
                new Mutant(
                        "every version counts",
                        "AccountHistory",
                        "versioned ? LatestVersions.of(facts, asOfMicros) : facts",
                        "facts"),
                new Mutant(
                        "a date means the end of its day",
                        "AccountHistory",
                        "knownAt(Days.startMicros(day))",
                        "knownAt(Days.endMicros(day))"),
                new Mutant(
                        "facts stay in the order they came", "AccountHistory", "if (!isSorted(sorted))", "if (facts == null)"));
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
