package io.arrears.serving.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A KPI's file is read whole, or refused with its name and what is wrong. */
final class KpiFileTest {
    private static final String SCOPE =
            "-- shared, with $currency in a comment\nasked AS (SELECT $currency, $segment)\n";
    private static final String GOOD = """
            -- title: Open balance
            -- definition: What is
            --   owed.
            -- unit: money
            -- period: month
            -- better: none
            -- definition_version: 2
            -- slices: receivable_type, segment
            WITH one AS (SELECT 1)
            SELECT * FROM one
            """;

    @Test
    void theHeaderIsReadAndTheStatementGoesOnFromTheScope() {
        Kpi kpi = KpiFile.parse("open_balance", GOOD, SCOPE);
        assertThat(kpi.definition()).isEqualTo("What is owed.");
        assertThat(kpi.definitionVersion()).isEqualTo(2);
        assertThat(kpi.slices()).containsExactly("receivable_type", "segment");
        assertThat(kpi.sql()).isEqualTo("WITH asked AS (SELECT ?, ?),\none AS (SELECT 1)\nSELECT * FROM one");
    }

    @Test
    void errorsNameTheFileAndTheFix() {
        refused("-- unit: money\n", "-- unit: coins\n", "kpi/k.sql has unit 'coins': use one of money, share");
        refused("-- title: Open balance\n", "", "kpi/k.sql lacks '-- title:");
        refused("-- unit: money\n", "-- colour: red\n", "header line 'colour: red'");
        refused("-- unit: money\n", "-- unit: money\n-- unit: money\n", "states 'unit' twice");
        refused("definition_version: 2", "definition_version: 0", "whole number from 1");
        refused("slices: receivable_type, segment", "slices: region", "has slice 'region'");
        refused("SELECT * FROM one\n", "SELECT * FROM one;\n", "without a semicolon");
    }

    private static void refused(String line, String wrong, String message) {
        assertThatThrownBy(() -> KpiFile.parse("k", GOOD.replace(line, wrong), SCOPE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
