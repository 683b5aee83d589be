package io.arrears.model.training.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each thing that can be wrong with a table is told with its place, value and fix; nothing is guessed or passed over. */
final class WrongTableTest {
    private static final int ROWS = 60;

    @TempDir
    Path folder;

    /** A sound table of 60 rows: id, x from 0.5 up, colour red or blue, y in turn 0 and 1. */
    private static List<String> sound() {
        List<String> lines = new ArrayList<>(List.of("id,x,colour,y"));
        for (int i = 1; i <= ROWS; i++) {
            lines.add("%d,%d.5,%s,%d".formatted(i, i, i % 3 == 0 ? "red" : "blue", i % 2));
        }
        return lines;
    }

    private TableTraining read(List<String> lines) throws IOException {
        return read(lines, columns(null), 5, StandardCharsets.UTF_8);
    }

    private TableTraining read(List<String> lines, TableColumns columns, int folds, Charset charset)
            throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), lines, charset);
        return TableTraining.of(new TableRequest(file, columns, null, folds, 42));
    }

    private static TableColumns columns(@Nullable String positive) {
        return new TableColumns("y", positive, "id", List.of(), List.of());
    }

    private void refused(List<String> lines, String... told) {
        assertThatThrownBy(() -> read(lines)).isInstanceOf(WrongTable.class).hasMessageContainingAll(told);
    }

    private void wrongRequest(List<String> lines, TableColumns columns, String... told) {
        assertThatThrownBy(() -> read(lines, columns, 5, StandardCharsets.UTF_8))
                .isInstanceOf(IllegalArgumentException.class)
                .isNotInstanceOf(WrongTable.class)
                .hasMessageContainingAll(told);
    }

    private static List<String> with(int line, String text) {
        List<String> lines = sound();
        lines.set(line, text);
        return lines;
    }

    private static List<String> labelled(String... labels) {
        List<String> lines = sound();
        for (int i = 1; i <= ROWS; i++) {
            lines.set(i, lines.get(i).replaceAll("[01]$", labels[i % labels.length]));
        }
        return lines;
    }

    @Test
    void aSoundTableIsRead() throws IOException {
        assertThat(read(sound())).isNotNull();
        assertThat(read(sound().stream().map(line -> line.replace(',', ';')).toList()))
                .isNotNull();
        assertThat(read(with(0, "\uFEFFid,x,colour,y"))).isNotNull();
    }

    @Test
    void linesThatDoNotFitTheHeaderAreNamed() {
        refused(with(7, "7,7.5,blue"), "t.csv, line 8", "fewer values than the 4 columns");
        refused(with(7, "7,7.5,blue,1,1"), "t.csv, line 8", "more values than the 4 columns");
        refused(with(7, "7,\"7.5,blue,1"), "line 8", "a quoted value does not end");
    }

    @Test
    void filesThatAreNoTableAreRefused() {
        refused(List.of(), "is empty: its first line must name the columns");
        refused(sound().subList(0, 1), "no rows below its header");
        refused(with(0, "id,x,x,y"), "two columns 'x', the 2 and the 3");
        assertThatThrownBy(() -> read(with(3, "3,3.5,grün,1"), columns(null), 5, StandardCharsets.ISO_8859_1))
                .isInstanceOf(WrongTable.class)
                .hasMessageContainingAll("not in UTF-8", "iconv");
    }

    @Test
    void encodingIsCheckedFarBelowTheHeaderToo() throws IOException {
        List<String> lines = new ArrayList<>(sound().subList(0, 1));
        IntStream.range(0, 5000).mapToObj(i -> i + ",1.5,blue," + i % 2).forEach(lines::add);
        lines.add("5000,1.5,grün,1");
        assertThatThrownBy(() -> read(lines, columns(null), 5, StandardCharsets.ISO_8859_1))
                .isInstanceOf(WrongTable.class)
                .hasMessageContainingAll("line 5002", "not in UTF-8");
    }

    @Test
    void aLabelThatTellsNothingApartIsRefused() {
        refused(labelled("1"), "label y is '1' in every row");
        refused(labelled(""), "label y is missing in all 60 rows");
        wrongRequest(labelled("0", "1", "2"), columns(null), "label y has 3 values, [0, 1, 2]", "--positive");
        wrongRequest(labelled("0", "1"), columns("2"), "--positive '2'", "use one of [0, 1]");
    }

    @Test
    void idsThatAreMissingOrRowsThatRepeatAreNamed() {
        refused(with(9, ",9.5,red,1"), "row 9 has no id");
        refused(with(9, "4,4.5,blue,0"), "row 9 repeats row 4 (id '4')");
    }

    @Test
    void rowsOfOneIdStayTogetherAndCountOnce() throws IOException {
        List<String> lines = sound();
        lines.addAll(sound().subList(1, ROWS + 1).stream()
                .map(line -> line.replace(".5,", ".7,"))
                .toList());
        TableReport report = read(lines).run(folder);
        assertThat(report.setup().rows()).isEqualTo(2 * ROWS);
        assertThat(report.setup().ids()).isEqualTo(ROWS);
        double single = width(read(sound()).run(folder));
        lines.replaceAll(line -> line.replaceAll("^(\\d+),(\\d+)\\.7", "$1a,$2.7"));
        double apart = width(read(lines).run(folder));
        assertThat(width(report)).isGreaterThan(1.2 * apart).isLessThan(1.5 * single);
    }

    private static double width(TableReport report) {
        double[] interval = report.contenders().get(1).intervals().get("auc");
        return interval[1] - interval[0];
    }

    @Test
    void foldsThatLeaveTooLittleAreRefused() {
        refused(sound().subList(0, 9), "fold 0 of 5", "at least 10 are needed");
        List<String> oneId = sound();
        for (int i = 1; i <= ROWS; i++) {
            oneId.set(i, oneId.get(i).replaceFirst("^\\d+", "7"));
        }
        refused(oneId, "1 ids in all");
    }

    @Test
    void unknownColumnsAreNamedWithTheirOption() {
        TableColumns exclude = new TableColumns("y", null, "id", List.of("z"), List.of());
        wrongRequest(sound(), exclude, "--exclude 'z' is not in the table: use one of [id, x, colour, y]");
        TableColumns audit = new TableColumns("y", null, "id", List.of(), List.of("z"));
        wrongRequest(sound(), audit, "--audit 'z'");
        assertThatThrownBy(() -> new TableColumns("y", null, "id", List.of("y"), List.of()))
                .hasMessageContaining("--exclude names the label 'y'");
    }

    @Test
    void aStrayTextAmongNumbersIsNotMadeACategory() {
        refused(with(5, "5,5.5 EUR,blue,1"), "column x, row 5: '5.5 EUR' is no number, as 59 of its 60 values are");
    }

    @Test
    void columnsOfTextsThatNeverRepeatAreToldAsUnused() throws IOException {
        List<String> lines = sound();
        lines.replaceAll(line -> line.replace("colour", "name").replaceAll("(\\d+)(\\.5,)(red|blue)", "$1$2n$1"));
        TableReport report = TableTraining.of(
                        new TableRequest(Files.write(folder.resolve("t.csv"), many(lines)), columns(null), null, 2, 42))
                .run(folder);
        assertThat(report.setup().features()).containsExactly("x");
        assertThat(report.setup().unused()).singleElement().asString().startsWith("name (600 different texts");
    }

    /** Ten times the rows, each with a name of its own: a text of one row in fifty would get a column. */
    private static List<String> many(List<String> lines) {
        List<String> many = new ArrayList<>(lines.subList(0, 1));
        for (int i = 0; i < 10 * ROWS; i++) {
            many.add("%d,%d.5,n%d,%d".formatted(i, i, i, i % 2));
        }
        return many;
    }
}
