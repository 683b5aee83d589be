package io.arrears.pipeline.benchmark.oracle;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.Coded;
import io.arrears.model.account.ContactWindow;
import io.arrears.pipeline.sql.DuckDb;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** A T-learner: the probability of a payment by one XGBoost per action and channel, and one for leaving alone. */
final class TwoModels {
    private static final int ROUNDS = 120;
    private static final int LEAST_ROWS = 200;

    private final OracleBook book;
    private final Map<String, Boosted> models = new HashMap<>();

    private TwoModels(OracleBook book) {
        this.book = book;
    }

    static TwoModels learn(OracleBook book, PortfolioFolder folder) throws SQLException, XGBoostError {
        Map<String, List<Boosted.Row>> rows = new HashMap<>();
        try (DuckDb db = DuckDb.inMemory();
                Statement statement = db.connection().createStatement();
                ResultSet logged = statement.executeQuery("SELECT * FROM " + DuckDb.parquet(folder.log()))) {
            while (logged.next()) {
                Arm arm = new Arm(
                        logged.getString("action"),
                        Coded.get(Channel.class, logged.getString("channel")),
                        Coded.get(ContactWindow.class, logged.getString("contact_window")));
                rows.computeIfAbsent(kind(arm), kind -> new ArrayList<>())
                        .add(new Boosted.Row(
                                withWindow(TableFold.floats(logged, "features"), arm), logged.getInt("paid"), 1));
            }
        }
        TwoModels learner = new TwoModels(book);
        for (Map.Entry<String, List<Boosted.Row>> kind : rows.entrySet()) {
            if (kind.getValue().size() >= LEAST_ROWS) {
                learner.models.put(kind.getKey(), Boosted.train(kind.getValue(), "binary:logistic", ROUNDS));
            }
        }
        return learner;
    }

    static String kind(Arm arm) {
        return arm.action() + "/" + arm.channel().code();
    }

    static float[] withWindow(float[] features, Arm arm) {
        float[] longer = Arrays.copyOf(features, features.length + ContactWindow.values().length);
        longer[features.length + arm.window().ordinal()] = 1;
        return longer;
    }

    double[][] values() throws XGBoostError {
        double[][] pays = new double[book.arms()][];
        for (int j = 0; j < pays.length; j++) {
            Arm arm = book.strategy().arms().get(j).arm();
            Boosted model = models.get(kind(arm));
            List<float[]> features = book.cases().stream()
                    .map(one -> withWindow(one.features(), arm))
                    .toList();
            pays[j] = new double[features.size()];
            float[] answers = model == null ? null : model.predict(features);
            for (int i = 0; i < pays[j].length; i++) {
                pays[j][i] = answers == null ? pays[0][i] : answers[i];
            }
        }
        double[][] values = new double[book.cases().size()][book.arms()];
        for (int i = 0; i < values.length; i++) {
            double perPayment = book.cases().get(i).perPaymentMinor();
            for (int j = 0; j < book.arms(); j++) {
                values[i][j] = book.value(j, perPayment * pays[j][i], perPayment * pays[0][i]);
            }
        }
        return values;
    }
}
