package io.arrears.pipeline.benchmark.oracle;

import io.arrears.model.decision.Strategy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What every contender may do. */
final class OracleStrategy {
    private OracleStrategy() {}

    static Strategy get() throws IOException {
        try (InputStream in = OracleStrategy.class.getResourceAsStream("strategy.yaml")) {
            return Strategy.parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
