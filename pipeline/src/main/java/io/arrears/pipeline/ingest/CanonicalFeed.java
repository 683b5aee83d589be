package io.arrears.pipeline.ingest;

import io.arrears.pipeline.ingest.mapping.Lookups;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that already has canonical columns. */
final class CanonicalFeed implements Feed {
    private static final long serialVersionUID = 1L;

    private final Shape shape;
    private final int[] kept;

    private CanonicalFeed(Shape shape, int[] kept) {
        this.shape = shape;
        this.kept = kept;
    }

    /** The header has been checked against the layout. */
    static CanonicalFeed of(TableLayout layout, String file, List<String> header) {
        List<String> columns = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            if (layout.keeps(header.get(i))) {
                columns.add(header.get(i));
                kept.add(i);
            }
        }
        return new CanonicalFeed(
                new Shape(layout.table(), file, columns),
                kept.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public boolean needsWholeFile() {
        return false;
    }

    @Override
    public Pass start(Lookups lookups) {
        return (row, out) -> {
            @Nullable String[] cells = new String[kept.length];
            for (int i = 0; i < kept.length; i++) {
                cells[i] = row.fields()[kept[i]];
            }
            out.row(new MappedRow(row.line(), 0, cells));
        };
    }
}
