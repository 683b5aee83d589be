package io.arrears.pipeline.benchmark.replay;

import io.arrears.model.account.ReceivableType;
import io.arrears.model.assessment.DecisionLog;
import io.arrears.model.assessment.RecordedVector;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.ScoringGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** A part of the work of a replay, done alone over the whole record by one thread. */
record Step(String name, Work work) {
    interface Work {
        /** Answers how many records. */
        long run() throws IOException;
    }

    static List<Step> list(Home home) {
        return List.of(
                new Step("reading and following the chain", () -> read(home)),
                new Step("and reading it (JSON)", () -> vectors(home)),
                new Step("and scoring it, with reasons", () -> scores(home)));
    }

    private static long read(Home home) {
        long[] records = new long[1];
        DecisionLog.readAll(home.decisions(), record -> records[0]++);
        return records[0];
    }

    private static long vectors(Home home) {
        long[] records = new long[1];
        DecisionLog.readAll(home.decisions(), record -> {
            RecordedVector.read(record);
            records[0]++;
        });
        return records[0];
    }

    private static long scores(Home home) {
        ModelRegistry registry = new ModelRegistry(home.models());
        Scorer scorer = registry.load(registry.list().get(0).id());
        ScoringGroup group = ScoringGroup.of(Currency.getInstance("EUR"), ReceivableType.UTILITY, null);
        List<Double> kept = new ArrayList<>();
        DecisionLog.readAll(home.decisions(), record -> {
            FeatureVector vector = FeatureVector.of(
                    scorer.schema(), RecordedVector.read(record).values());
            kept.add(scorer.score(vector, group).payProbability30d());
        });
        return kept.size();
    }
}
