package io.arrears.pipeline.ingest;

/** Follows the quotes of a record over its lines: says whether the record goes on after the line added last. */
final class QuoteScan {
    private final CsvDialect dialect;
    private boolean open;
    private boolean broken;

    QuoteScan(CsvDialect dialect) {
        this.dialect = dialect;
    }

    boolean isOpen() {
        return open;
    }

    /** Whether a carriage return stands outside quotes: more than one record, of which a reader would see the first. */
    boolean isBroken() {
        return broken;
    }

    void add(String line) {
        boolean fieldStart = !open;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (open) {
                if (c == dialect.quote()) {
                    if (i + 1 < line.length() && line.charAt(i + 1) == dialect.quote()) {
                        i++;
                    } else {
                        open = false;
                    }
                }
            } else if (c == dialect.separator()) {
                fieldStart = true;
            } else {
                open = fieldStart && c == dialect.quote();
                broken |= c == '\r';
                fieldStart = false;
            }
        }
    }
}
