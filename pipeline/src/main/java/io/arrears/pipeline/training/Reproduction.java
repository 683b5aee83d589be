package io.arrears.pipeline.training;

import io.arrears.model.mart.Home;
import io.arrears.model.scoring.ModelManifest;
import io.arrears.model.scoring.ModelRegistry;
import io.arrears.model.training.BookTraining;
import io.arrears.model.training.TrainedBook;
import io.arrears.model.training.TrainingRequest;
import io.arrears.model.training.TrainingRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trains a model again from what its manifest records, on the rows kept from its training.
 *
 * @param again the id that came out
 * @param different names of the files that are not the same bytes
 */
public record Reproduction(String modelId, String again, List<String> different) {
    public boolean isSame() {
        return modelId.equals(again) && different.isEmpty();
    }

    /**
     * Trains again and compares; registers nothing.
     *
     * @throws IllegalStateException when the rows are not kept any more, or are not those of the model
     */
    public static Reproduction of(Home home, String modelId) throws IOException {
        ModelManifest model = new ModelRegistry(home.models()).get(modelId);
        TrainingRequest request = TrainingRequest.behind(model);
        TrainingRows rows = new KeptRows(home, model).get();
        TrainedBook again = BookTraining.train(rows, request);
        Map<String, byte[]> files = new TreeMap<>(again.files());
        Path folder = home.models().resolve(modelId);
        List<String> different = files.entrySet().stream()
                .filter(file -> !isSame(folder.resolve(file.getKey()), file.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return new Reproduction(modelId, again.manifest().id(), different);
    }

    private static boolean isSame(Path file, byte[] bytes) {
        try {
            return Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
