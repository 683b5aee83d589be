package io.arrears.pipeline.history;

import io.arrears.model.account.Fact;
import io.arrears.model.account.FactTable;
import io.arrears.model.mart.FactCodec;
import io.arrears.model.mart.FactColumn;
import io.arrears.pipeline.history.BucketFiles.LakeFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapred.FileSplit;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.parquet.VectorizedParquetRecordReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/** One fact file, read in batches of columns: stands on a row, moves on by accounts. Not thread-safe. */
final class FactScan implements Closeable {
    private static final int BATCH_ROWS = 4096;
    private static final int SMALL_BATCH_ROWS = 512;
    private static final long SMALL_FILE_BYTES = 1 << 17;

    private final LakeFile file;
    private final VectorizedParquetRecordReader reader;
    private final ColumnarBatch batch;
    private final ColumnarCells cells;
    private int rows;
    private @Nullable String account;

    FactScan(LakeFile file, ScanColumns columns) {
        this.file = file;
        int capacity = file.bytes() < SMALL_FILE_BYTES ? SMALL_BATCH_ROWS : BATCH_ROWS;
        this.reader = new VectorizedParquetRecordReader(false, capacity);
        try {
            open(columns);
            this.batch = reader.resultBatch();
            this.cells = new ColumnarCells(batch, columns.columns());
            readBatch();
        } catch (IOException | RuntimeException e) {
            close();
            throw failure(e);
        }
    }

    private void open(ScanColumns columns) throws IOException {
        FileSplit split = new FileSplit(new Path(file.uri()), 0, file.bytes(), new String[0]);
        try {
            reader.initialize(split, new TaskAttemptContextImpl(columns.hadoop(), new TaskAttemptID()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while opening " + file.uri());
        }
        reader.initBatch(new StructType(), InternalRow.empty());
        reader.enableReturningBatches();
    }

    private IllegalStateException failure(Exception cause) {
        return new IllegalStateException(
                "cannot read %s: restore it from a backup, or ingest anew".formatted(file.uri()), cause);
    }

    private void readBatch() throws IOException {
        if (!reader.nextBatch()) {
            account = null;
            return;
        }
        rows = batch.numRows();
        cells.start();
        account = accountAt(0);
    }

    private String accountAt(int row) {
        cells.moveTo(row);
        return cells.textAt(FactColumn.ACCOUNT_ID);
    }

    /** The account of the row it stands on, null at the end. */
    @Nullable
    String account() {
        return account;
    }

    /** Adds the facts of the account it stands on, those of the wanted tables, and moves to the next account. */
    void take(Set<FactTable> tables, List<Fact> facts) {
        String taken = account;
        if (taken == null) {
            throw new IllegalStateException("%s has no more facts".formatted(file.uri()));
        }
        while (taken.equals(account)) {
            if (tables.contains(FactCodec.table(cells))) {
                facts.add(FactCodec.toFact(cells));
            }
            advance();
        }
    }

    private void advance() {
        int next = cells.row() + 1;
        if (next < rows) {
            account = accountAt(next);
        } else {
            readNext();
        }
    }

    private void readNext() {
        try {
            readBatch();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Moves on to the first row whose account does not stand before {@code wanted}; decodes no fact on the way. */
    void skipTo(String wanted) {
        while (account != null && Utf8Order.compare(account, wanted) < 0) {
            int here = cells.row();
            if (Utf8Order.compare(accountAt(rows - 1), wanted) < 0) {
                readNext();
            } else {
                account = accountAt(firstNotBefore(wanted, here));
            }
        }
    }

    private int firstNotBefore(String wanted, int from) {
        int before = from;
        int notBefore = rows - 1;
        while (notBefore - before > 1) {
            int middle = (before + notBefore) >>> 1;
            if (Utf8Order.compare(accountAt(middle), wanted) < 0) {
                before = middle;
            } else {
                notBefore = middle;
            }
        }
        return notBefore;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
