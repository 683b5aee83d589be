package io.arrears.pipeline.book;

import io.arrears.model.account.AccountHistory;
import io.arrears.model.account.Days;
import io.arrears.model.account.KnownHistory;
import io.arrears.model.account.Money;
import io.arrears.model.feature.AttributeCatalogue;
import io.arrears.model.feature.FeatureBuilder;
import io.arrears.model.feature.FeatureVector;
import io.arrears.model.scoring.FurtherScores;
import io.arrears.model.scoring.Reason;
import io.arrears.model.scoring.Scorer;
import io.arrears.model.scoring.Scores;
import io.arrears.model.scoring.ScoringGroup;
import io.arrears.pipeline.history.GroupFold;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The scores of each account that is open on a day. */
public final class ScoreFold implements GroupFold<ScoreFold.Asked> {
    private static final long serialVersionUID = 1L;

    static final StructType SCHEMA =
            StructType.fromDDL("account_id STRING, as_of DATE, model_id STRING, currency STRING, decimals INT, "
                    + "pay_probability_30d DOUBLE, expected_cash_30d_minor DOUBLE, roll_probability DOUBLE, "
                    + "reasons ARRAY<STRUCT<feature: STRING, value: DOUBLE, contribution: DOUBLE, text: STRING>>, "
                    + "kept_probability DOUBLE, self_cure_probability DOUBLE, "
                    + "reach ARRAY<STRUCT<arm: STRING, probability: DOUBLE>>");

    private final AttributeCatalogue attributes;
    private final Scorer scorer;
    private final int asOfDay;
    private transient @Nullable FeatureBuilder builder;

    public ScoreFold(AttributeCatalogue attributes, Scorer scorer, int asOfDay) {
        this.attributes = attributes;
        this.scorer = scorer;
        this.asOfDay = asOfDay;
    }

    /** What the scores of an account depend on. */
    record Asked(String accountId, FeatureVector vector, ScoringGroup group) {}

    @Override
    public @Nullable Asked take(AccountHistory history) {
        KnownHistory known = history.knownAtStartOf(asOfDay);
        if (!known.isOpen()) {
            return null;
        }
        if (builder == null) {
            builder = FeatureBuilder.of(attributes);
            scorer.require(builder.schema());
        }
        return new Asked(known.id().value(), builder.build(known), ScoringGroup.of(known.getAccount()));
    }

    @Override
    public List<Row> rows(List<Asked> asked) {
        List<Scores> scores = scorer.scoreAll(
                asked.stream().map(Asked::vector).toList(),
                asked.stream().map(Asked::group).toList());
        List<Row> rows = new ArrayList<>(asked.size());
        for (int i = 0; i < scores.size(); i++) {
            Asked one = asked.get(i);
            rows.add(row(one.accountId, asOfDay, one.group.currency(), scores.get(i)));
        }
        return rows;
    }

    static Row row(String accountId, int asOfDay, Currency currency, Scores scores) {
        return RowFactory.create(
                accountId,
                Days.date(asOfDay),
                scores.modelId(),
                currency.getCurrencyCode(),
                Money.decimals(currency),
                scores.payProbability30d(),
                scores.expectedCash30dMinor(),
                orNull(scores.rollProbability()),
                reasons(scores.reasons()),
                orNull(scores.further().keptProbability()),
                orNull(scores.further().selfCureProbability()),
                reach(scores.further()));
    }

    private static Object[] reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> RowFactory.create(
                        reason.feature(),
                        Float.isNaN(reason.value()) ? null : (double) reason.value(),
                        reason.contribution(),
                        reason.text()))
                .toArray();
    }

    /** By channel and window. */
    private static Object[] reach(FurtherScores further) {
        return further.reach().entrySet().stream()
                .map(arm -> RowFactory.create(arm.getKey(), arm.getValue()))
                .toArray();
    }

    static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
