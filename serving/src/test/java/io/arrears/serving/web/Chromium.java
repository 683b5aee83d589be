package io.arrears.serving.web;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The browser of the machine: {@code ARREARS_CHROMIUM}, or one of the usual names on the path. */
final class Chromium {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private Chromium() {}

    static Optional<Path> find(Map<String, String> environment) {
        String named = environment.get("ARREARS_CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(environment.getOrDefault("PATH", "/usr/bin"))
                .flatMap(folder -> candidates(Path.of(folder)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Stream<Path> candidates(Path folder) {
        return NAMES.stream().map(folder::resolve);
    }
}
