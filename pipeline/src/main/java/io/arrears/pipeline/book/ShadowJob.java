package io.arrears.pipeline.book;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.arrears.model.account.Days;
import io.arrears.model.mart.Home;
import io.arrears.model.mart.PublishedFolder;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.pipeline.history.HistoryLake;
import io.arrears.pipeline.sql.DuckDb;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Lets the model in the shadow score the book that the champion scored, from the same histories by the same fold, and
 * says how far both agree. What it says stays apart under {@code shadow/}: no plan, mart or export reads it.
 */
public final class ShadowJob {
    private static final String AGREEMENT = "agreement.json";
    private static final JsonMapper JSON = new JsonMapper();

    private final SparkSession spark;
    private final HistoryLake lake;
    private final Home home;

    public ShadowJob(SparkSession spark, HistoryLake lake, Home home) {
        this.spark = spark;
        this.lake = lake;
        this.home = home;
    }

    /** The folder that holds the shadow's scores of a day and their agreement. */
    public static PublishedFolder folder(Home home, int asOfDay) {
        return new PublishedFolder(home.shadow().resolve("as-of=" + Days.date(asOfDay)));
    }

    /**
     * @param champion the model in force
     * @param championScores the folder of its scores of that day
     */
    public ShadowAgreement run(String champion, Path championScores, String challenger, int asOfDay)
            throws IOException, SQLException {
        ModelRegistry registry = new ModelRegistry(home.models());
        ScoreFold fold = new ScoreFold(registry.get(challenger).attributes(), registry.load(challenger), asOfDay);
        PublishedFolder folder = folder(home, asOfDay);
        Path version = folder.next();
        Path scores = version.resolve("scores");
        lake.mapGroups(spark, ScoreFold.SCHEMA, fold)
                .write()
                .parquet(scores.toUri().toString());
        ShadowAgreement agreement = new ShadowAgreement(champion, challenger, compare(championScores, scores));
        Files.write(
                version.resolve(AGREEMENT),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(agreement));
        folder.publish(version);
        return agreement;
    }

    private static List<ShadowAgreement.ByScore> compare(Path champion, Path challenger)
            throws IOException, SQLException {
        List<ShadowAgreement.ByScore> found = new ArrayList<>();
        try (DuckDb db = DuckDb.inMemory();
                Statement statement = db.connection().createStatement()) {
            db.setFiles("champion", DuckDb.parquetFiles(champion));
            db.setFiles("challenger", DuckDb.parquetFiles(challenger));
            ResultSet rows = statement.executeQuery(sql());
            while (rows.next()) {
                found.add(new ShadowAgreement.ByScore(
                        rows.getString("score"),
                        rows.getLong("accounts"),
                        rows.getDouble("mean_absolute_difference"),
                        rows.getDouble("largest_difference"),
                        orNaN(rows, "rank_correlation"),
                        rows.getDouble("decile_changed")));
            }
        }
        return found;
    }

    private static double orNaN(ResultSet rows, String column) throws SQLException {
        double value = rows.getDouble(column);
        return rows.wasNull() ? Double.NaN : value;
    }

    private static String sql() throws IOException {
        try (InputStream in = ShadowJob.class.getResourceAsStream("shadow-agreement.sql")) {
            if (in == null) {
                throw new IllegalStateException("shadow-agreement.sql is missing from the jar: build it anew");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
