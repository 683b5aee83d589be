package io.arrears.model.decision;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrears.model.account.AccountId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The accounts to which a plan gave another arm than chance and prices do: limits were repaired or filled with them, they
 * make room for others, or the arm they drew found no capacity. Kept beside the plan's strategy, so that an account asked
 * alone gets the plan's answer.
 *
 * @param arms index of the arm in the strategy, by account id
 */
public record PlanExceptions(Map<String, Integer> arms) {
    /** Its name in the folder of a plan or a published run. */
    public static final String FILE = "exceptions.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    public PlanExceptions {
        arms = Map.copyOf(arms);
    }

    /** Those kept in a folder; none when the file is missing. */
    public static PlanExceptions read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        return new PlanExceptions(
                Files.exists(file) ? JSON.readValue(file.toFile(), new TypeReference<>() {}) : Map.of());
    }

    public void write(Path folder) throws IOException {
        JSON.writeValue(folder.resolve(FILE).toFile(), new TreeMap<>(arms));
    }

    public OptionalInt find(AccountId account) {
        Integer arm = arms.get(account.value());
        return arm == null ? OptionalInt.empty() : OptionalInt.of(arm);
    }
}
