package io.arrears.pipeline.verb;

import io.arrears.model.account.Days;
import io.arrears.model.mart.Home;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.publish.MartPublisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./arrears publish}. */
@Command(
        name = "publish",
        description = "Publishes the mart that the service reads: facts, book, scores, plan, models.")
final class PublishVerb implements Verb {
    private static final String FOLDER_PREFIX = "as-of=";

    @Mixin
    private final HomeOptions options = new HomeOptions();

    @Mixin
    private final SparkOptions sparkOptions = new SparkOptions();

    @Option(names = "--as-of", paramLabel = "DATE", description = "day to publish (default: the last one planned)")
    private @Nullable LocalDate asOf;

    @Override
    public boolean json() {
        return options.json();
    }

    @Override
    public Result run(Progress progress) throws Exception {
        HistoryLake lake = Lakes.get(options.home());
        int day = Days.of(asOf == null ? lastPlanned(options.home()) : asOf);
        try (SparkSession spark = sparkOptions.open("publish")) {
            return publish(new MartPublisher(spark, lake, options.home()), day, progress);
        }
    }

    static Result publish(MartPublisher publisher, int day, Progress progress) throws Exception {
        String runId = progress.step("publishing the mart", () -> publisher.publish(day));
        return new Result().line("Published run %s", runId).field("run_id", runId);
    }

    private static LocalDate lastPlanned(Home home) throws IOException {
        if (Files.isDirectory(home.plans())) {
            try (Stream<Path> plans = Files.list(home.plans())) {
                var last = plans.map(plan -> plan.getFileName().toString())
                        .filter(name -> name.startsWith(FOLDER_PREFIX))
                        .max(Comparator.naturalOrder());
                if (last.isPresent()) {
                    return LocalDate.parse(last.get().substring(FOLDER_PREFIX.length()));
                }
            }
        }
        throw new WrongUsage("nothing was planned under %s: run ./arrears plan first".formatted(home.root()));
    }
}
