package io.arrears.pipeline.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.arrears.model.account.Days;
import io.arrears.model.account.ReceivableType;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.ScoringGroup;
import io.arrears.model.training.Horizons;
import io.arrears.model.training.TrainingTable;
import io.arrears.model.training.evaluation.Assessment;
import io.arrears.model.training.evaluation.Interval;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.spark.SparkSessions;
import io.arrears.pipeline.training.TrainingFold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The question that comes with the superlender data, answered by the canonical road: was the loan of July 2017 settled on
 * time? Asked on the morning after its approval, of a model that saw nothing of July.
 */
class JulyLoansIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DATA =
            ROOT.resolve("../shared/data/superlender_loans").normalize();
    private static final LocalDate JULY = LocalDate.of(2017, 7, 1);
    private static final int JULY_DAYS = 31;

    @TempDir
    private Path folder;

    /** A loan as of the morning after its approval. */
    private record Loan(boolean good, int termDays, ScoringGroup group, FeatureVector features) {}

    @Test
    void the_chance_to_pay_within_the_term_ranks_better_than_mean_days_late() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "superlender_loans is not on this machine: skipped");
        Home home = new Home(folder.resolve("home"));
        Path mapping = ROOT.resolve("data-samples/mappings/superlender.yaml");
        TrainedHome.run("ingest", "--home", home.root(), "--source", DATA, "--mapping", mapping);
        ModelManifest byDay15 = train(home, 15);
        ModelManifest byDay30 = train(home, 30);
        List<Loan> loans = loans(home, byDay30);
        assertThat(loans).hasSize(3280);
        Scorer early = new ModelRegistry(home.models()).load(byDay15.id());
        Scorer late = new ModelRegistry(home.models()).load(byDay30.id());
        double[] good = of(loans, loan -> loan.good() ? 1 : 0);
        double[] within =
                of(loans, loan -> (loan.termDays() == 15 ? early : late).payProbability(loan.features(), loan.group()));
        int lateness = byDay30.schema().findIndex("mean_days_late").orElseThrow();
        double[] reference = of(loans, loan -> onTime(loan.features().get(lateness)));
        Interval model = Assessment.auc(within, good);
        Interval meanDaysLate = Assessment.auc(reference, good);
        assertThat(meanDaysLate.value()).as("the reference").isEqualTo(0.66, within(0.01));
        assertThat(model.low()).as("%s against %s", model, meanDaysLate).isGreaterThan(0.67);
        assertThat(model.value()).isGreaterThan(meanDaysLate.value() + 0.03);
        assertThat(mean(within)).as("good loans").isEqualTo(mean(good), within(0.03));
    }

    /** Without earlier loans in the middle. */
    private static double onTime(float meanDaysLate) {
        return Float.isNaN(meanDaysLate) ? 0.5 : 1 / (1 + Math.exp(meanDaysLate / 10));
    }

    private static ModelManifest train(Home home, int days) throws IOException {
        List<String> before = ids(home);
        TrainedHome.run(
                "train", "--home", home.root(), "--as-of", JULY, "--target", "pay30", "--horizon", "pay30=" + days);
        List<String> fresh = ids(home);
        fresh.removeAll(before);
        return new ModelRegistry(home.models()).get(fresh.get(0));
    }

    private static List<String> ids(Home home) throws IOException {
        return new ArrayList<>(new ModelRegistry(home.models())
                .list().stream().map(ModelManifest::id).toList());
    }

    private List<Loan> loans(Home home, ModelManifest model) throws IOException {
        int from = Days.of(JULY);
        List<Integer> days =
                IntStream.rangeClosed(from + 1, from + JULY_DAYS).boxed().toList();
        TrainingFold fold =
                new TrainingFold(model.attributes(), List.of(), days, from + JULY_DAYS, 1, Horizons.STANDARD);
        String place = folder.resolve("july").toString();
        try (SparkSession spark = SparkSessions.open("local[2]", "july")) {
            HistoryLake.open(home)
                    .mapAccounts(spark, fold.schema(), fold)
                    .write()
                    .parquet(place);
        }
        TrainingTable table = TrainingTable.read(Path.of(place), model.schema());
        Map<String, Map<String, String>> perf = Verbs.csv(DATA.resolve("perf.csv")).stream()
                .collect(Collectors.toMap(row -> row.get("customerid"), row -> row));
        return IntStream.range(0, table.rows())
                .filter(row -> table.asOfDay(row) == approval(perf.get(table.accountId(row))) + 1)
                .mapToObj(row -> loan(table, row, perf.get(table.accountId(row))))
                .toList();
    }

    private static Loan loan(TrainingTable table, int row, Map<String, String> perf) {
        return new Loan(
                perf.get("good_bad_flag").equals("Good"),
                Integer.parseInt(perf.get("termdays")),
                ScoringGroup.of(Currency.getInstance("NGN"), ReceivableType.CONSUMER_LOAN, table.segment(row)),
                FeatureVector.of(table.schema(), table.features().row(row)));
    }

    private static int approval(Map<String, String> perf) {
        return perf == null
                ? Integer.MIN_VALUE
                : Days.of(LocalDate.parse(perf.get("approveddate").substring(0, 10)));
    }

    private interface Figure {
        double of(Loan loan);
    }

    private static double[] of(List<Loan> loans, Figure figure) {
        return loans.stream().mapToDouble(figure::of).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }
}
