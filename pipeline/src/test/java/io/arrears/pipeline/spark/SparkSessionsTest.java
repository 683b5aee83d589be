package io.arrears.pipeline.spark;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What is asked of a session before one starts. */
final class SparkSessionsTest {
    @Test
    void a_cluster_needs_to_be_told_the_jars_of_its_executors() {
        assertThatThrownBy(() -> SparkSessions.open("spark://127.0.0.1:1", "test"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("./arrears")
                .hasMessageContaining("--jars");
    }
}
