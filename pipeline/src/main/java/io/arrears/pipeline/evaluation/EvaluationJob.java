package io.arrears.pipeline.evaluation;

import static org.apache.spark.sql.functions.col;

import io.arrears.model.account.Days;
import io.arrears.model.account.FactTable;
import io.arrears.model.decision.Strategy;
import io.arrears.model.mart.FactColumn;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.training.offpolicy.OffPolicy;
import io.arrears.model.training.offpolicy.OffPolicyAnswer;
import io.arrears.pipeline.book.AssessorParts;
import io.arrears.pipeline.history.HistoryLake;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;

/** Judges a strategy on the decisions of the log, with the model in force. */
public final class EvaluationJob {
    /** Beyond this the decisions of a share of the accounts are judged: estimation runs in one JVM. */
    private static final long MOST_DECISIONS = 500_000;

    private final SparkSession spark;
    private final HistoryLake lake;
    private final Home home;

    public EvaluationJob(SparkSession spark, HistoryLake lake, Home home) {
        this.spark = spark;
        this.lake = lake;
        this.home = home;
    }

    /**
     * Judges.
     *
     * @param firstDay decisions before it are left out
     * @param asOfDay outcomes are observed up to the day before
     */
    public StrategyEvaluation run(String modelId, Strategy strategy, int firstDay, int asOfDay)
            throws IOException, SQLException {
        StrategyPrices prices = StrategyPrices.of(home, strategy);
        double share = Math.min(1, (double) MOST_DECISIONS / Math.max(1, logged(firstDay, asOfDay)));
        DecisionFold fold = new DecisionFold(
                AssessorParts.of(home, modelId, strategy),
                prices.prices(),
                new DecisionFold.Span(firstDay, asOfDay - 1));
        int learnedThrough =
                Days.of(new ModelRegistry(home.models()).get(modelId).origin().through());
        JudgedDecisions decisions = new JudgedDecisions(learnedThrough);
        lake.mapAccounts(spark, DecisionFold.SCHEMA, new AccountShare(share, fold))
                .orderBy("account_id", "decided_day", "contact_id")
                .toLocalIterator()
                .forEachRemaining(decisions::add);
        OffPolicyAnswer answer = OffPolicy.judge(decisions.log(), decisions.strategy(), decisions.none());
        return new StrategyEvaluation(
                modelId,
                prices,
                answer,
                answer instanceof OffPolicyAnswer.Refused ? Map.of() : bySegment(decisions),
                decisions.skipped(),
                decisions.learnedFrom(),
                share);
    }

    private static Map<String, SortedMap<String, OffPolicyAnswer>> bySegment(JudgedDecisions decisions) {
        Map<String, SortedMap<String, OffPolicyAnswer>> answers = new LinkedHashMap<>();
        decisions
                .segments()
                .forEach((cut, segments) -> answers.put(
                        cut,
                        OffPolicy.judgeBySegment(decisions.log(), decisions.strategy(), decisions.none(), segments)));
        return answers;
    }

    private long logged(int firstDay, int asOfDay) {
        return lake.factsKnownAtStartOf(spark, asOfDay)
                .filter(col(FactColumn.FACT.code()).equalTo(FactTable.CONTACTS.code()))
                .filter(col(FactColumn.EVENT_DAY.code()).geq(firstDay))
                .count();
    }
}
