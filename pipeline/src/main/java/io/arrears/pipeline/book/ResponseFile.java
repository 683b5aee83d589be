package io.arrears.pipeline.book;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.ResponsePriors;
import io.arrears.model.mart.Home;
import io.arrears.model.training.response.TrainedResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The response model beside a registered model: {@code models/ID/response.json}. */
public final class ResponseFile {
    public static final String NAME = "response.json";
    /** How well it was learned. */
    public static final String EVALUATION = "response-evaluation.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ResponseFile() {}

    /** The response model of a model; what is believed before any log when it was trained without one. */
    static ResponseModel read(Home home, String modelId) {
        Path file = home.models().resolve(modelId).resolve(NAME);
        try {
            return Files.exists(file)
                    ? ResponseModel.fromJson(Files.readString(file))
                    : ResponseModel.unlearned(ResponsePriors.standard());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The response model and its evaluation as files of a model. */
    public static Map<String, byte[]> files(TrainedResponse response) throws IOException {
        return Map.of(
                NAME,
                response.model().toJson().getBytes(StandardCharsets.UTF_8),
                EVALUATION,
                JSON.writeValueAsBytes(response.evaluation()));
    }
}
