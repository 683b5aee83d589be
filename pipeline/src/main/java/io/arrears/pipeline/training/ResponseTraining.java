package io.arrears.pipeline.training;

import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.training.response.ResponseRow;
import io.arrears.model.training.response.ResponseTrainer;
import io.arrears.model.training.response.TrainedResponse;
import io.arrears.pipeline.book.ResponseFile;
import io.arrears.pipeline.history.HistoryLake;
import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Learns the response to contact from the log, with the scores of a new model as the base. */
final class ResponseTraining {
    private final SparkSession spark;
    private final HistoryLake lake;
    private final Home home;

    ResponseTraining(SparkSession spark, HistoryLake lake, Home home) {
        this.spark = spark;
        this.lake = lake;
        this.home = home;
    }

    /** Learns, writes {@code response.json} and its evaluation beside the model, and answers both. */
    TrainedResponse run(ModelManifest model, int asOfDay) throws IOException {
        List<ResponseRow> rows = new ResponseRowsJob(spark, lake, home).run(model, asOfDay);
        TrainedResponse response = ResponseTrainer.train(rows);
        ResponseFile.write(home, model.id(), response);
        return response;
    }
}
