package io.arrears.pipeline.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One CSV file being written, value by value (RFC 4180, UTF-8, rows ended by LF). Numbers are printed digit by digit:
 * no locale, no rounding but where asked.
 */
final class CsvTable implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int LONGEST_NUMBER = 24;
    private static final int PROBABILITY_PLACES = 6;

    private final Path file;
    private final OutputStream out;
    private final int columns;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] digits = new byte[LONGEST_NUMBER];
    private int used;
    private int values;
    private long rows;

    /**
     * @param header column names, separated by commas
     */
    CsvTable(Path file, String header) {
        this.file = file;
        String[] names = header.split(",");
        this.columns = names.length;
        try {
            this.out = Files.newOutputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be created: check the folder and its rights", e);
        }
        for (String name : names) {
            text(name);
        }
        end();
        rows = 0;
    }

    long rows() {
        return rows;
    }

    CsvTable text(@Nullable String value) {
        startValue();
        if (value != null) {
            write(quoted(value).getBytes(StandardCharsets.UTF_8));
        }
        return this;
    }

    CsvTable number(long value) {
        return decimal(value, 0);
    }

    CsvTable bit(boolean value) {
        return number(value ? 1 : 0);
    }

    CsvTable empty() {
        return text(null);
    }

    /** An exact decimal of {@code places} places, given without its point: money in minor units, for example. */
    CsvTable decimal(long unscaled, int places) {
        startValue();
        int at = digits.length;
        long left = Math.abs(unscaled);
        int printed = 0;
        while (left > 0 || printed <= places) {
            digits[--at] = (byte) ('0' + left % 10);
            left /= 10;
            printed++;
            if (printed == places && places > 0) {
                digits[--at] = '.';
            }
        }
        if (unscaled < 0) {
            digits[--at] = '-';
        }
        write(digits, at, digits.length - at);
        return this;
    }

    /** Rounded half up. */
    CsvTable rounded(double value, int places) {
        double scaled = value;
        for (int i = 0; i < places; i++) {
            scaled *= 10;
        }
        return decimal(Math.round(scaled), places);
    }

    CsvTable probability(double value) {
        return rounded(value, PROBABILITY_PLACES);
    }

    void end() {
        if (values != columns) {
            throw new IllegalStateException(file.getFileName() + " has " + columns + " columns, but a row of " + values
                    + " values was written");
        }
        write('\n');
        values = 0;
        rows++;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write(buffer, 0, used);
            used = 0;
        }
    }

    private void startValue() {
        if (values++ > 0) {
            write(',');
        }
    }

    private void write(char ascii) {
        if (used == buffer.length) {
            flush();
        }
        buffer[used++] = (byte) ascii;
    }

    private void write(byte[] bytes) {
        write(bytes, 0, bytes.length);
    }

    private void write(byte[] bytes, int from, int length) {
        if (used + length > buffer.length) {
            flush();
        }
        if (length > buffer.length) {
            throw new IllegalArgumentException(
                    "a value of " + length + " bytes for " + file.getFileName() + " is longer than " + buffer.length);
        }
        System.arraycopy(bytes, from, buffer, used, length);
        used += length;
    }

    private void flush() {
        try {
            out.write(buffer, 0, used);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: is the disk full?", e);
        }
        used = 0;
    }

    private static String quoted(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return '"' + value.replace("\"", "\"\"") + '"';
            }
        }
        return value;
    }
}
