package io.arrears.pipeline.export;

import io.arrears.model.account.Coded;

/** How an exported file is written. */
public enum ExportFormat implements Coded {
    CSV,
    PARQUET,
    /** Arrow IPC file format. */
    ARROW
}
