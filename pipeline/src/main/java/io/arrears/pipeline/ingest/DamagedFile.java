package io.arrears.pipeline.ingest;

import java.util.List;
import java.util.Optional;

/** A task found a file damaged that looked well from outside; ends the ingest. Travels from task to driver. */
final class DamagedFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;

    DamagedFile(String file, Throwable cause) {
        super("%s is damaged: %s".formatted(file, cause.getMessage()), cause);
        this.file = file;
    }

    /** The refusal to give when a damaged file lies behind a failure. */
    static Optional<InputRejected> findBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DamagedFile damaged) {
                return Optional.of(InputRejected.because(List.of(
                        "%s is damaged: a part of it cannot be read. Deliver it again".formatted(damaged.file))));
            }
        }
        return Optional.empty();
    }
}
