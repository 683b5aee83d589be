package io.arrears.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.arrears.model.account.FactTable;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.WithNull;

class CellCodecTest {
    private final CellCodec codec = new CellCodec();

    @Property(tries = 200)
    void cells_come_back(@ForAll List<@WithNull String> cells) {
        String[] written = cells.stream()
                .map(cell -> cell == null
                                || !cell.equals(new String(
                                        cell.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                        java.nio.charset.StandardCharsets.UTF_8))
                        ? null
                        : cell)
                .toArray(String[]::new);
        assertThat(CellCodec.decode(codec.encode(written), written.length)).isEqualTo(written);
    }

    @Property(tries = 200)
    void origins_come_back_and_sort_by_table_first(
            @ForAll FactTable table,
            @ForAll @IntRange(max = Origin.MAX_FEEDS - 1) int feed,
            @ForAll @LongRange(min = 1, max = 1L << 39) long line,
            @ForAll @IntRange(max = Origin.MAX_PARTS - 1) int part) {
        Origin origin = new Origin(table, feed, line, part);
        assertThat(Origin.unpack(origin.pack())).isEqualTo(origin);
        assertThat(origin.pack()).isLessThan(new Origin(table, feed, line + 1, 0).pack());
        assertThat(origin.pack()).isNotNegative();
    }
}
