package io.arrears.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {
    private static List<String> read(String text) throws IOException {
        CsvRecords records =
                new CsvRecords(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), CsvDialect.RFC_4180);
        List<String> found = new ArrayList<>();
        for (SourceRow row = records.next(); row != null; row = records.next()) {
            BadRow.Problem problem = row.problem();
            found.add(row.line() + ":"
                    + (problem == null
                            ? Arrays.toString(row.fields())
                            : problem.reason().code()));
        }
        return found;
    }

    @Test
    void lines_are_counted_through_quoted_fields_and_blank_lines() throws IOException {
        assertThat(read("\uFEFFa,b\r\n\r\n\"x\ny\",\"say \"\"hi\"\"\"\r\n1,\r\n"))
                .containsExactly("1:[a, b]", "3:[x\ny, say \"hi\"]", "5:[1, ]");
    }

    @Test
    void an_unclosed_quote_costs_its_own_line_only() throws IOException {
        assertThat(read("\"a,b\n1,2\n3,\"4\"\n5,6"))
                .containsExactly("1:unterminated_quote", "2:[1, 2]", "3:[3, 4]", "4:[5, 6]");
    }

    @Test
    void a_quote_inside_an_unquoted_field_is_text() throws IOException {
        assertThat(read("5\" pipe,b\n1,2")).containsExactly("1:[5\" pipe, b]", "2:[1, 2]");
    }

    @Test
    void a_carriage_return_outside_quotes_ends_no_record_unseen() throws IOException {
        assertThat(read("a,b\n\"1\",2\r\"3\",4\n5,6")).containsExactly("1:[a, b]", "2:unreadable_row", "3:[5, 6]");
    }

    @Test
    void quotes_that_never_close_cost_a_bounded_number_of_lines_each() throws IOException {
        List<String> read = read("a,b\n" + "x\",\"y\n".repeat(20_000) + "1,2\n");
        assertThat(read).hasSize(20_002).endsWith("20001:unterminated_quote", "20002:[1, 2]");
    }

    @Test
    void a_line_longer_than_any_buffer_is_read_or_skipped_whole() throws IOException {
        String fits = "x".repeat(CsvRecords.MAX_FIELD_LENGTH);
        assertThat(read(fits + "," + fits + "\n" + fits + "y\n" + "z".repeat(3 * ByteLines.MAX_LINE_BYTES) + "\n1\n"))
                .containsExactly("1:" + List.of(fits, fits), "2:overlong_field", "3:overlong_field", "4:[1]");
    }

    @Test
    void text_and_bytes_cut_at_any_buffer_boundary_are_the_same() throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 20_000; i++) {
            text.append("ä").append(i).append(",\"").append(i % 7).append("\"\n");
            expected.add(i + ":[ä" + i + ", " + i % 7 + "]");
        }
        assertThat(read(text.toString())).isEqualTo(expected);
    }
}
