package io.arrears.pipeline.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that already has canonical columns. */
final class CanonicalFeed implements Feed {
    private static final long serialVersionUID = 1L;

    private final Shape shape;
    private final int width;
    private final int[] kept;

    private CanonicalFeed(Shape shape, int width, int[] kept) {
        this.shape = shape;
        this.width = width;
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
                header.size(),
                kept.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public Pass start() {
        return (row, out) -> {
            @Nullable String[] fields = row.fields();
            checkWidth(fields, width);
            @Nullable String[] cells = new String[kept.length];
            for (int i = 0; i < kept.length; i++) {
                String field = fields[kept[i]];
                cells[i] = field == null || field.isBlank() ? null : field;
            }
            out.accept(new MappedRow(row.line(), 0, cells));
        };
    }

    static void checkWidth(@Nullable String[] fields, int width) {
        if (fields.length != width) {
            throw BadRow.of(
                    RejectReason.WRONG_FIELD_COUNT,
                    null,
                    null,
                    "the row has %d fields, the header has %d".formatted(fields.length, width));
        }
    }
}
