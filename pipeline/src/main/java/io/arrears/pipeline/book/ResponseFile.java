package io.arrears.pipeline.book;

import io.arrears.model.decision.ResponseModel;
import io.arrears.model.decision.ResponsePriors;
import io.arrears.model.mart.Disk;
import io.arrears.model.mart.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The response model beside a registered model: {@code models/ID/response.json}. */
public final class ResponseFile {
    public static final String NAME = "response.json";

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

    /** Writes the response model of a model: beside, then renamed. */
    public static void write(Home home, String modelId, ResponseModel response) throws IOException {
        Path file = home.models().resolve(modelId).resolve(NAME);
        Path unfinished = file.resolveSibling(NAME + ".unfinished");
        Files.writeString(unfinished, response.toJson());
        Disk.force(unfinished);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
