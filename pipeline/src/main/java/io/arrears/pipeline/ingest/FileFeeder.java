package io.arrears.pipeline.ingest;

import io.arrears.pipeline.ingest.Feed.MappedRow;
import io.arrears.pipeline.ingest.Feed.Pass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sends the records of one file through its feeds, and what comes out on the way to its account. Not thread-safe. */
final class FileFeeder {
    private final SourceFile file;
    private final List<Pass> passes = new ArrayList<>();
    private final Consumer<Candidate> out;
    private final CellCodec codec = new CellCodec();

    FileFeeder(SourceFile file, Consumer<Candidate> out) {
        this.file = file;
        this.out = out;
        file.feeds().forEach(feed -> passes.add(feed.start()));
    }

    void add(SourceRow row) {
        if (row.problem() != null) {
            reject(0, row.line(), row.problem());
            return;
        }
        for (int i = 0; i < passes.size(); i++) {
            int feed = i;
            try {
                passes.get(i).add(row, mapped -> send(feed, mapped));
            } catch (BadRow e) {
                reject(i, row.line(), e.problem());
                if (e.problem().reason() == RejectReason.WRONG_FIELD_COUNT) {
                    return;
                }
            }
        }
    }

    void end() {
        for (int i = 0; i < passes.size(); i++) {
            int feed = i;
            passes.get(i).end(mapped -> send(feed, mapped));
        }
    }

    private void send(int feed, MappedRow row) {
        Shape shape = file.feeds().get(feed).shape();
        String account = row.cells()[shape.position(SourceColumn.ACCOUNT_ID)];
        Origin origin = new Origin(shape.table(), file.firstFeed() + feed, row.line(), row.part());
        if (account == null) {
            BadRow.Problem problem = new BadRow.Problem(
                    RejectReason.MISSING_REQUIRED, SourceColumn.ACCOUNT_ID.code(), null, "account_id is required");
            out.accept(Candidate.unreadable(origin, problem, codec));
        } else {
            out.accept(new Candidate(account, origin.pack(), codec.encode(row.cells())));
        }
    }

    private void reject(int feed, long line, BadRow.Problem problem) {
        Shape shape = file.feeds().get(feed).shape();
        out.accept(Candidate.unreadable(new Origin(shape.table(), file.firstFeed() + feed, line, 0), problem, codec));
    }
}
