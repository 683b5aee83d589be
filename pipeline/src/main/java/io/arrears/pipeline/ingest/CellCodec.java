package io.arrears.pipeline.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cells as one byte array, so that a row is three columns wide in the shuffle: per cell its length plus one (0 means
 * absent) in base 128, low digits first, then its UTF-8 bytes. Not thread-safe: an instance reuses its buffer.
 */
final class CellCodec {
    private static final int FIRST_SIZE = 512;
    private static final int MORE = 0x80;

    private byte[] buffer = new byte[FIRST_SIZE];
    private int size;

    byte[] encode(@Nullable String[] cells) {
        size = 0;
        for (String cell : cells) {
            if (cell == null) {
                writeLength(0);
            } else {
                byte[] bytes = cell.getBytes(StandardCharsets.UTF_8);
                writeLength(bytes.length + 1);
                reserve(bytes.length);
                System.arraycopy(bytes, 0, buffer, size, bytes.length);
                size += bytes.length;
            }
        }
        return Arrays.copyOf(buffer, size);
    }

    private void writeLength(int length) {
        reserve(5);
        int left = length;
        while (left >= MORE) {
            buffer[size++] = (byte) (left | MORE);
            left >>>= 7;
        }
        buffer[size++] = (byte) left;
    }

    private void reserve(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + more, 2 * buffer.length));
        }
    }

    static @Nullable String[] decode(byte[] bytes, int cells) {
        @Nullable String[] values = new String[cells];
        int at = 0;
        for (int i = 0; i < cells; i++) {
            int length = 0;
            int shift = 0;
            int digit;
            do {
                digit = bytes[at++];
                length |= (digit & (MORE - 1)) << shift;
                shift += 7;
            } while (digit < 0);
            if (length > 0) {
                values[i] = new String(bytes, at, length - 1, StandardCharsets.UTF_8);
                at += length - 1;
            }
        }
        return values;
    }
}
