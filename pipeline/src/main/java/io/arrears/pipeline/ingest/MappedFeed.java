package io.arrears.pipeline.ingest;

import io.arrears.pipeline.ingest.mapping.Fields;
import io.arrears.pipeline.ingest.mapping.Lookups;
import io.arrears.pipeline.ingest.mapping.MappedTable;
import io.arrears.pipeline.ingest.mapping.MappedTable.OnePer;
import io.arrears.pipeline.ingest.mapping.MappedValue;
import io.arrears.pipeline.ingest.mapping.Unmappable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file whose records a mapping turns into rows of one table. */
final class MappedFeed implements Feed {
    private static final long serialVersionUID = 1L;

    private final MappedTable table;
    private final ArrayList<String> header;
    private final Shape shape;

    MappedFeed(MappedTable table, String file, List<String> header) {
        this.table = table;
        this.header = new ArrayList<>(header);
        this.shape = new Shape(table.table(), file, List.copyOf(table.columns().keySet()));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public boolean needsWholeFile() {
        return table.onePer() != null;
    }

    @Override
    public Pass start(Lookups lookups) {
        return new MappedPass(new Fields(header, lookups));
    }

    /** One pass; with {@code one_per} it keeps one row per key until the end. */
    private final class MappedPass implements Pass {
        private record Kept(String order, MappedRow row) {}

        private final Fields fields;
        private final List<MappedValue> values = List.copyOf(table.columns().values());
        private final Map<String, Kept> kept = new LinkedHashMap<>();

        MappedPass(Fields fields) {
            this.fields = fields;
        }

        @Override
        public void add(SourceRow row, Out out) {
            fields.move(row.fields());
            try {
                table.deriveRecord(fields);
            } catch (Unmappable e) {
                out.reject(row.line(), 0, problem(e));
                return;
            }
            for (int part = 0; part < table.repeat().size(); part++) {
                addPart(row.line(), part, out);
            }
        }

        private void addPart(long line, int part, Out out) {
            try {
                if (table.derivePart(part, fields)) {
                    @Nullable String[] cells = new String[values.size()];
                    for (int i = 0; i < cells.length; i++) {
                        cells[i] = values.get(i).of(fields);
                    }
                    keepOrGive(new MappedRow(line, part, cells), out);
                }
            } catch (Unmappable e) {
                out.reject(line, part, problem(e));
            }
        }

        private void keepOrGive(MappedRow row, Out out) {
            OnePer onePer = table.onePer();
            String key = onePer == null ? null : onePer.key().of(fields);
            String order = onePer == null ? null : onePer.order().of(fields);
            if (key == null || order == null) {
                out.row(row);
            } else {
                kept.merge(
                        key,
                        new Kept(order, row),
                        (one, other) -> other.order().compareTo(one.order()) < 0 ? other : one);
            }
        }

        @Override
        public void end(Out out) {
            kept.values().forEach(one -> out.row(one.row()));
            kept.clear();
        }

        private static BadRow.Problem problem(Unmappable e) {
            RejectReason reason = switch (e.kind()) {
                case DATE -> RejectReason.BAD_DATE;
                case TIMESTAMP -> RejectReason.BAD_TIMESTAMP;
                case NUMBER -> RejectReason.BAD_NUMBER;
                case CODE -> RejectReason.UNKNOWN_CODE;
            };
            return new BadRow.Problem(reason, e.column(), e.value(), String.valueOf(e.getMessage()));
        }
    }
}
