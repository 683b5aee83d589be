package io.arrears.pipeline.benchmark.oracle;

import io.arrears.model.decision.ResponseModel;
import io.arrears.model.training.response.LearnerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import ml.dmlc.xgboost4j.java.XGBoostError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the portfolios, lets the contenders plan their last day, and says what share of the oracle's uplift each got. */
@Command(
        name = "oracle",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "What share of the oracle's uplift the product and others get, on portfolios whose truth is known.")
final class OracleBenchmark implements Callable<Integer> {
    @Option(names = "--accounts", defaultValue = "20000", description = "accounts per portfolio (${DEFAULT-VALUE})")
    private int accounts;

    @Option(names = "--months", defaultValue = "18", description = "months of history (${DEFAULT-VALUE})")
    private int months;

    @Option(
            names = "--seeds",
            split = ",",
            defaultValue = "1,2,3",
            description = "one portfolio each (${DEFAULT-VALUE})")
    private List<Long> seeds = List.of();

    @Option(names = "--folder", defaultValue = "target/oracle", description = "kept between runs (${DEFAULT-VALUE})")
    private Path folder = Path.of("target", "oracle");

    @Option(names = "--anew", description = "train and value anew, on the portfolios that are there")
    private boolean anew;

    @Option(names = "--learners", description = "also plan by every kind of learner, chosen by the contest or not")
    private boolean learners;

    public static void main(String[] args) {
        System.exit(new CommandLine(new OracleBenchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        List<PortfolioFolder> folders = new ArrayList<>();
        List<OracleBook> books = new ArrayList<>();
        for (long seed : seeds) {
            PortfolioFolder one = new PortfolioFolder(folder.resolve("%dx%d-%d".formatted(accounts, months, seed)));
            fork(one, seed);
            folders.add(one);
            books.add(OracleBook.read(one));
        }
        OracleReport report = new OracleReport();
        for (int i = 0; i < books.size(); i++) {
            List<OracleBook> others = new ArrayList<>(books);
            others.remove(i);
            Map<String, int[]> plans = plans(books.get(i), folders.get(i), seeds.get(i), others);
            if (learners) {
                plans.putAll(byLearner(books.get(i), folders.get(i)));
            }
            report.add(books.get(i), plans);
        }
        System.out.print(report.text());
        return 0;
    }

    private static Map<String, int[]> plans(OracleBook book, PortfolioFolder folder, long seed, List<OracleBook> others)
            throws Exception {
        Plans plans = new Plans(book);
        Map<String, int[]> found = new LinkedHashMap<>();
        found.put("no contact", plans.none());
        found.put("random", plans.random(seed));
        found.put("likeliest payers are called", plans.likeliestFirst());
        found.put("largest balances are called", plans.largestFirst());
        found.put("rule book", plans.ruleBook());
        found.put(
                "XGBoost T-learner, greedy",
                plans.greedy(TwoModels.learn(book, folder).values()));
        found.put("ours", plans.allocated((i, j) -> book.cases().get(i).ours()[j]));
        if (!others.isEmpty()) {
            double[][] taught = taught(book, others);
            found.put("observable cap", plans.allocated((i, j) -> taught[i][j]));
        }
        found.put(
                OracleReport.ORACLE,
                plans.allocated((i, j) -> book.trueValue(book.cases().get(i), j)));
        return found;
    }

    private static Map<String, int[]> byLearner(OracleBook book, PortfolioFolder folder) throws Exception {
        Learned learned = Learned.read(book, folder);
        Map<String, int[]> found = new LinkedHashMap<>();
        for (LearnerKind kind : LearnerKind.values()) {
            double[][] values = learned.values(ResponseModel.fromJson(Files.readString(folder.response(kind))));
            found.put("learner " + kind, new Plans(book).allocated((i, j) -> values[i][j]));
        }
        return found;
    }

    private static double[][] taught(OracleBook book, List<OracleBook> others) throws XGBoostError {
        return Observable.learn(others).values(book);
    }

    /** In a fresh process: Spark and the verbs leave no heap behind. */
    private void fork(PortfolioFolder portfolio, long seed) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("benchmark.jvm", "-Xmx4g").split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PortfolioRun.class.getName()));
        command.addAll(List.of("" + portfolio.root(), "" + accounts, "" + months, "" + seed, "" + anew, "" + learners));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(portfolio
                        .root()
                        .resolveSibling(portfolio.root().getFileName() + ".log")
                        .toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "the portfolio of seed %d failed: see %s.log".formatted(seed, portfolio.root()));
        }
        System.err.printf("portfolio of seed %d is ready%n", seed);
    }
}
