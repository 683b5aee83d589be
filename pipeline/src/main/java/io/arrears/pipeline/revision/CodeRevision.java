package io.arrears.pipeline.revision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Which code computes: the git commit of the checkout it runs from, with {@code -dirty} when it was changed. */
public final class CodeRevision {
    private static final String UNKNOWN = "unknown";

    private CodeRevision() {}

    /** The revision, or {@code unknown} outside a checkout. */
    public static String current() {
        String root = System.getProperty("arrears.root");
        if (root == null) {
            return UNKNOWN;
        }
        try {
            Process git = new ProcessBuilder("git", "-C", root, "describe", "--always", "--dirty", "--abbrev=12")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .directory(Path.of(root).toFile())
                    .start();
            String revision = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor(5, TimeUnit.SECONDS) && git.exitValue() == 0 && !revision.isEmpty() ? revision : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }
}
