package io.arrears.serving;

import java.util.List;

/** The config is not usable; the message names everything that is wrong, one line each. */
final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConfigException(List<String> errors) {
        super(String.join(System.lineSeparator(), errors));
    }
}
