package io.arrears.pipeline.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arrears.model.policy.PolicyException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MappingTest {
    private static final String HEADER = """
            mapping: test
            sources:
              s: {file: "loans-*.csv", separator: semicolon, missing: [NA]}
              people: {file: people.csv, key: id}
            tables:
              - table: invoices
                from: s
                columns:
            """;

    private static @Nullable String value(String yaml) {
        Mapping mapping = Mapping.parse("test.yaml", HEADER + "      amount: " + yaml + "\n");
        Lookups lookups = new Lookups();
        lookups.open("people", List.of("id", "job"));
        lookups.add("people", "7", new String[] {"7", "nurse"});
        Fields fields = new Fields(List.of("a", "b", "blank", "day", "id"), lookups);
        fields.move(new String[] {"10", "2.5", null, "2/29/2024", "7"});
        return Objects.requireNonNull(mapping.tables().get(0).columns().get("amount"))
                .of(fields);
    }

    @Test
    void values_are_made_of_columns_codes_dates_sums_shares_and_lookups() {
        assertThat(value("\"{a}-{b}\"")).isEqualTo("10-2.5");
        assertThat(value("\"{a}-{blank}\"")).isNull();
        assertThat(value("{value: \"{blank}\", default: none}")).isEqualTo("none");
        assertThat(value("{value: \"{a}\", codes: {\"10\": ten}}")).isEqualTo("ten");
        assertThat(value("{value: \"{a}\", codes: {\"11\": eleven}, otherwise: other}"))
                .isEqualTo("other");
        assertThat(value("{add: [\"{a}\", \"{b}\"], subtract: [\"{blank}\", \"1\"]}"))
                .isEqualTo("11.5");
        assertThat(value("{value: \"{a}\", part: 1, of: 3}")).isEqualTo("3.33");
        assertThat(value("{value: \"{a}\", part: 3, of: 3}")).isEqualTo("3.34");
        assertThat(value("{lookup: people, at: \"{id}\", take: job}")).isEqualTo("nurse");
        assertThat(value("{lookup: people, at: \"{a}\", take: job}")).isNull();
        assertThat(value("{value: \"1.234,50\", as: number, decimal_mark: \",\"}"))
                .isEqualTo("1234.50");
    }

    @Test
    void dates_are_read_strictly_moved_and_placed_in_a_zone() {
        assertThat(value("{value: \"{day}\", as: date, pattern: M/d/yyyy}")).isEqualTo("2024-02-29");
        assertThat(value("{value: \"2024-01-31\", plus_months: 1, plus_days: 1}"))
                .isEqualTo("2024-03-01");
        assertThat(value("{value: \"2024-01-15\", month_end: true}")).isEqualTo("2024-01-31");
        assertThat(value("{value: \"2024-01-15 00:30\", as: timestamp, pattern: yyyy-MM-dd HH:mm, zone: Africa/Lagos}"))
                .isEqualTo("2024-01-14T23:30:00Z");
        assertThatThrownBy(() -> value("{value: \"2/30/2024\", as: date, pattern: M/d/yyyy}"))
                .isInstanceOf(Unmappable.class);
        assertThatThrownBy(() -> value("{value: \"{a}\", codes: {\"11\": eleven}}"))
                .isInstanceOf(Unmappable.class)
                .hasMessageContaining("a has a code the mapping doesn't know");
    }

    @Test
    void every_error_is_told_at_once() {
        String yaml = """
                mapping: test
                sources:
                  s: {file: a.csv, separator: wide, encoding: EBCDIC}
                tables:
                  - table: bills
                    from: t
                    columns: {amount: {value: "{a}", az: date}}
                  - table: invoices
                    from: s
                    one_per: "{a}"
                    where: [{value: "{a}"}]
                    columns: {amount: {value: "{a}", as: date, pattern: "bbb", zone: Mars}, kind: {lookup: s, at: x, take: y}}
                """;
        assertThatThrownBy(() -> Mapping.parse("test.yaml", yaml))
                .isInstanceOf(PolicyException.class)
                .hasMessageContainingAll(
                        "sources.s.separator",
                        "sources.s.encoding",
                        "tables[0].table",
                        "tables[0].from",
                        "tables[0].columns.amount.az",
                        "tables[1]",
                        "one_per and smallest go together",
                        "one test is expected",
                        "tables[1].columns.amount.pattern",
                        "tables[1].columns.amount.zone",
                        "a lookup needs a source with a key");
    }

    @Test
    void a_source_names_its_files_by_pattern() {
        MappedSource source = Objects.requireNonNull(Mapping.parse("test.yaml", HEADER + "      amount: x\n")
                .sources()
                .get("s"));
        assertThat(source.matches("loans-2024.csv")).isTrue();
        assertThat(source.matches("loans-2024.csv.gz")).isFalse();
        assertThat(source.separator()).isEqualTo(';');
    }
}
