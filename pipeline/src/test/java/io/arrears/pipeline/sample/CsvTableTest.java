package io.arrears.pipeline.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {
    @TempDir
    private Path temp;

    @Test
    void moneyKeepsEveryDigitOfItsCurrency() throws IOException {
        assertThat(write(5, 2)).isEqualTo("0.05");
        assertThat(write(1234567, 2)).isEqualTo("12345.67");
        assertThat(write(545, 0)).isEqualTo("545");
        assertThat(write(1, 3)).isEqualTo("0.001");
        assertThat(write(0, 0)).isEqualTo("0");
        assertThat(write(0, 2)).isEqualTo("0.00");
        assertThat(write(-150, 2)).isEqualTo("-1.50");
    }

    @Test
    void specialCharactersAreQuoted() throws IOException {
        Path file = temp.resolve("t.csv");
        try (CsvTable table = new CsvTable(file, "a,b,c")) {
            table.text("x,y").text("say \"hi\"").text("ä").end();
            table.text(null).text("two\nlines").empty().end();
            assertThat(table.rows()).isEqualTo(2);
        }
        assertThat(Files.readString(file)).isEqualTo("a,b,c\n\"x,y\",\"say \"\"hi\"\"\",ä\n,\"two\nlines\",\n");
    }

    @Test
    void rowsOfTheWrongWidthAreRefused() throws IOException {
        try (CsvTable table = new CsvTable(temp.resolve("t.csv"), "a,b")) {
            table.text("only one");
            assertThatIllegalStateException().isThrownBy(table::end).withMessageContaining("2 columns");
        }
    }

    private String write(long unscaled, int places) throws IOException {
        Path file = temp.resolve("money.csv");
        try (CsvTable table = new CsvTable(file, "amount")) {
            table.decimal(unscaled, places).end();
        }
        return Files.readAllLines(file).get(1);
    }
}
