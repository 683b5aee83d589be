package io.arrears.pipeline.benchmark.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shares of the oracle's uplift, portfolio by portfolio, with their mean and spread. */
final class OracleReport {
    static final String ORACLE = "oracle";

    private static final double PAYS_ANYWAY = 0.9;

    private final Map<String, List<double[]>> figures = new LinkedHashMap<>();
    private final List<String> portfolios = new ArrayList<>();

    void add(OracleBook book, Map<String, int[]> plans) {
        double best = book.trueValue(plans.get(ORACLE));
        plans.forEach((contender, choice) -> figures.computeIfAbsent(contender, any -> new ArrayList<>())
                .add(new double[] {
                    book.trueValue(choice) / best,
                    share(choice, book, false),
                    share(choice, book, true),
                    Arrays.stream(choice).filter(book::isCall).count()
                }));
        portfolios.add("%,d accounts past due, %,d calls, oracle's uplift %,.0f %s"
                .formatted(
                        book.cases().size(),
                        book.calls(),
                        best / 100,
                        book.strategy().currency().getCurrencyCode()));
    }

    /** Share of the accounts, or of those who truly pay anyway, that are contacted. */
    private static double share(int[] choice, OracleBook book, boolean paysAnyway) {
        int all = 0;
        int contacted = 0;
        for (int i = 0; i < choice.length; i++) {
            if (!paysAnyway || book.cases().get(i).trueAlone() > PAYS_ANYWAY) {
                all++;
                contacted += choice[i] > 0 ? 1 : 0;
            }
        }
        return contacted / Math.max(1.0, all);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        portfolios.forEach(line -> text.append(line).append('\n'));
        text.append("\n| contender | share of the oracle's uplift | spread over portfolios | each | contacted ")
                .append("| of those who pay anyway | calls |\n|---|---|---|---|---|---|---|\n");
        figures.forEach((contender, rows) -> text.append("| %s | %.3f | %.3f | %s | %.2f | %.2f | %.0f |%n"
                .formatted(
                        contender,
                        mean(rows, 0),
                        spread(rows),
                        String.join(
                                " ",
                                rows.stream()
                                        .map(row -> "%.3f".formatted(row[0]))
                                        .toList()),
                        mean(rows, 1),
                        mean(rows, 2),
                        mean(rows, 3))));
        return text.toString();
    }

    private static double mean(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).average().orElseThrow();
    }

    /** Standard deviation between portfolios. */
    private static double spread(List<double[]> rows) {
        double mean = mean(rows, 0);
        double sum = rows.stream()
                .mapToDouble(row -> (row[0] - mean) * (row[0] - mean))
                .sum();
        return rows.size() < 2 ? Double.NaN : Math.sqrt(sum / (rows.size() - 1));
    }
}
