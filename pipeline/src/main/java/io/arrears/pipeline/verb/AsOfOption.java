package io.arrears.pipeline.verb;

import io.arrears.model.account.Days;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** The date of knowledge. */
final class AsOfOption {
    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "DATE",
            description = "YYYY-MM-DD: uses only what was known when that day began (UTC)")
    private LocalDate date = LocalDate.EPOCH;

    LocalDate date() {
        return date;
    }

    int day() {
        return Days.of(date);
    }
}
