package io.arrears.pipeline.verb;

import io.arrears.pipeline.sample.SamplePortfolio;
import io.arrears.pipeline.sample.SampleSettings;
import io.arrears.pipeline.sample.SampleSummary;
import io.arrears.pipeline.sample.Shock;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./arrears sample}. */
@Command(
        name = "sample",
        description = {
            "Writes a synthetic portfolio (loans, cards, utilities, invoices) as a source drop, with its truth beside "
                    + "it. The same options give the same bytes on every machine."
        })
final class SampleVerb implements Verb {
    @Option(names = "--accounts", required = true, paramLabel = "N", description = "number of accounts")
    private int accounts;

    @Option(names = "--months", required = true, paramLabel = "M", description = "months of history")
    private int months;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "42", description = "seed (default: 42)")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder to write")
    private Path out = Path.of("sample");

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "first day after the period, the as-of date to use (default: 2026-07-01)")
    private @Nullable LocalDate until;

    @Option(
            names = "--shock",
            paramLabel = "DATE",
            description = {
                "a structural change: from this date on debtors pay less readily than accounts that looked the same did "
                        + "before; to rehearse what ./arrears monitor makes of it"
            })
    private @Nullable LocalDate shock;

    @Option(
            names = "--shock-odds",
            paramLabel = "X",
            defaultValue = "0.5",
            description = "with --shock: factor on the daily odds of paying (default: 0.5)")
    private double shockOdds;

    @Option(
            names = "--shock-types",
            paramLabel = "TYPE",
            split = ",",
            description = "with --shock: receivable types struck (default: all)")
    private Set<String> shockTypes = Set.of();

    @Option(names = "--json", description = "print the result as one JSON object")
    private boolean json;

    @Override
    public boolean json() {
        return json;
    }

    @Override
    public Result run(Progress progress) throws Exception {
        SampleSettings settings = settings();
        SampleSummary summary = progress.step("writing the portfolio", () -> SamplePortfolio.write(settings));
        return describe(summary);
    }

    private SampleSettings settings() {
        try {
            SampleSettings settings = until == null
                    ? SampleSettings.of(accounts, months, seed, out)
                    : new SampleSettings(accounts, months, seed, until.minusMonths(months), out);
            return shock == null ? settings : settings.with(new Shock(shock, shockOdds, shockTypes));
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()), e);
        }
    }

    static Result describe(SampleSummary summary) {
        Result result = new Result()
                .line("Sample portfolio in %s: as of %s", summary.out(), summary.asOf())
                .field("out", summary.out().toString())
                .field("as_of", summary.asOf().toString())
                .field("rows", summary.rows())
                .field("bytes", summary.bytes());
        summary.rows().forEach((table, rows) -> result.line("  %-16s %,12d rows", table, rows));
        return result;
    }
}
