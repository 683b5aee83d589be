package io.arrears.pipeline.sample;

import java.io.IOException;
import java.util.List;

/** Closes several tables, all of them, and then reports the first failure. */
record Closing(List<CsvTable> tables) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        IOException first = null;
        for (CsvTable table : tables) {
            try {
                table.close();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
