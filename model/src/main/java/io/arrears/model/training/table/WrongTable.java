package io.arrears.model.training.table;

/** The table itself cannot be trained on; the message names file, place, value and fix. */
public final class WrongTable extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    WrongTable(String message) {
        super(message);
    }

    WrongTable(String message, Throwable cause) {
        super(message, cause);
    }
}
