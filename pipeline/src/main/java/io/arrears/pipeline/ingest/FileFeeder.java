package io.arrears.pipeline.ingest;

import io.arrears.pipeline.ingest.Feed.Out;
import io.arrears.pipeline.ingest.Feed.Pass;
import io.arrears.pipeline.ingest.mapping.Lookups;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sends the records of one file through its feeds, and what comes out on the way to its account. Not thread-safe. */
final class FileFeeder {
    private final SourceFile file;
    private final List<FeedOut> outs = new ArrayList<>();
    private final Consumer<Candidate> candidates;
    private final CellCodec codec = new CellCodec();

    FileFeeder(SourceFile file, Lookups lookups, Consumer<Candidate> candidates) {
        this.file = file;
        this.candidates = candidates;
        for (int i = 0; i < file.feeds().size(); i++) {
            Feed feed = file.feeds().get(i);
            outs.add(new FeedOut(feed.start(lookups), feed.shape(), file.firstFeed() + i));
        }
    }

    void add(SourceRow row) {
        BadRow.Problem problem = row.problem() == null ? widthProblem(row.fields().length) : row.problem();
        if (problem != null) {
            outs.get(0).reject(row.line(), 0, problem);
            return;
        }
        blankToNull(row.fields());
        outs.forEach(out -> out.pass.add(row, out));
    }

    private BadRow.@Nullable Problem widthProblem(int width) {
        return width == file.width()
                ? null
                : new BadRow.Problem(
                        RejectReason.WRONG_FIELD_COUNT,
                        null,
                        null,
                        "the row has %d fields, the header has %d".formatted(width, file.width()));
    }

    private void blankToNull(@Nullable String[] fields) {
        for (int i = 0; i < fields.length; i++) {
            String field = fields[i];
            if (field != null && (field.isBlank() || file.dialect().missing().contains(field))) {
                fields[i] = null;
            }
        }
    }

    void end() {
        outs.forEach(out -> out.pass.end(out));
    }

    /** What one feed makes. */
    private final class FeedOut implements Out {
        private final Pass pass;
        private final Shape shape;
        private final int feed;

        FeedOut(Pass pass, Shape shape, int feed) {
            this.pass = pass;
            this.shape = shape;
            this.feed = feed;
        }

        @Override
        public void row(MappedRow row) {
            String account = row.cells()[shape.position(SourceColumn.ACCOUNT_ID)];
            if (account == null) {
                reject(
                        row.line(),
                        row.part(),
                        new BadRow.Problem(
                                RejectReason.MISSING_REQUIRED,
                                SourceColumn.ACCOUNT_ID.code(),
                                null,
                                "account_id is required"));
            } else {
                candidates.accept(new Candidate(account, origin(row.line(), row.part()), codec.encode(row.cells())));
            }
        }

        @Override
        public void reject(long line, int part, BadRow.Problem problem) {
            candidates.accept(Candidate.unreadable(origin(line, part), problem, codec));
        }

        private long origin(long line, int part) {
            return new Origin(shape.table(), feed, line, part).pack();
        }
    }
}
