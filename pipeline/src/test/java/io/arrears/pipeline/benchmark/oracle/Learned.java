package io.arrears.pipeline.benchmark.oracle;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.arrears.model.account.Arm;
import io.arrears.model.decision.Response;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.Strategy;
import io.arrears.model.training.response.LearnerKind;
import io.arrears.model.training.response.ResponseRow;
import io.arrears.model.training.response.ResponseTrainer;
import io.arrears.pipeline.sql.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each kind of learner would have had the product plan, chosen by the contest or not. */
final class Learned {
    private final OracleBook book;
    private final Map<String, ResponseContext> contexts = new HashMap<>();

    private Learned(OracleBook book) {
        this.book = book;
    }

    /** Learns by every kind that is not learned yet. */
    static void learn(PortfolioFolder folder, List<ResponseRow> rows) throws IOException {
        for (LearnerKind kind : LearnerKind.values()) {
            Path file = folder.response(kind);
            if (!Files.exists(file)) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, ResponseTrainer.learnedBy(kind, rows).toJson());
            }
        }
    }

    static Learned read(OracleBook book, PortfolioFolder folder) throws SQLException, IOException {
        Learned learned = new Learned(book);
        JsonMapper json = JsonMapper.builder().build();
        try (DuckDb db = DuckDb.inMemory();
                Statement statement = db.connection().createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + DuckDb.parquet(folder.contexts()))) {
            while (rows.next()) {
                learned.contexts.put(rows.getString(1), json.readValue(rows.getString(2), ResponseContext.class));
            }
        }
        return learned;
    }

    /** Net value per account and arm. */
    double[][] values(ResponseModel learned) {
        Strategy strategy = book.strategy();
        ResponseModel model = learned.under(strategy);
        double[][] values = new double[book.cases().size()][book.arms()];
        for (int i = 0; i < values.length; i++) {
            OracleBook.Case one = book.cases().get(i);
            ResponseContext context = contexts.get(one.accountId());
            double alone = model.respond(Arm.NONE, context).pPay() * one.perPaymentMinor();
            for (int j = 1; j < book.arms(); j++) {
                Response response = model.respond(strategy.arms().get(j).arm(), context);
                double cash = response.pPay() * one.perPaymentMinor() * response.cashFactor();
                values[i][j] = book.value(j, cash, alone)
                        - response.pComplaint() * strategy.terms().complaintCostMinor();
            }
        }
        return values;
    }
}
