package io.arrears.pipeline.verb;

import io.arrears.model.account.Money;
import io.arrears.pipeline.book.PlanJob;
import io.arrears.pipeline.book.PlanSummary;
import io.arrears.pipeline.export.ExportFormat;
import io.arrears.pipeline.export.ExportTable;
import io.arrears.pipeline.export.Exporter;
import java.nio.file.Path;
import java.util.Currency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./arrears export}. */
@Command(name = "export", description = "Writes a table (scores, values, plan, prices, features) to a file.")
final class ExportVerb implements Verb {
    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Parameters(index = "0", paramLabel = "TABLE", description = "scores, values, plan, prices or features")
    private ExportTable table = ExportTable.SCORES;

    @Option(names = "--format", defaultValue = "CSV", description = "csv (default), parquet or arrow (IPC file)")
    private ExportFormat format = ExportFormat.CSV;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "file to write")
    private Path out = Path.of("export");

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public Result run(Progress progress) throws Exception {
        long rows = Exporter.write(table, options.home(), asOf.day(), format, out);
        Result result = new Result()
                .line("%,d rows of %s as of %s in %s", rows, table.code(), asOf.date(), out)
                .field("rows", rows)
                .field("out", out.toString());
        if (table == ExportTable.PRICES) {
            PlanSummary summary = PlanJob.summary(options.home(), asOf.day());
            summary.figures(Money.decimals(Currency.getInstance(summary.currency())))
                    .forEach(result::field);
        }
        return result;
    }
}
