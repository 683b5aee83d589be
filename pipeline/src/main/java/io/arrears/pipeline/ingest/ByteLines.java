package io.arrears.pipeline.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The physical lines of a stream, cut at LF before decoding, so that malformed bytes or an endless line cost that line
 * and no other. Holds one line at a time, at most {@link #MAX_LINE_BYTES}.
 */
final class ByteLines {
    static final int MAX_LINE_BYTES = 1 << 20;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final char REPLACEMENT = '\uFFFD';
    private static final byte[] UTF_8_BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** A line without its end, or the reason why it has no text. */
    record Line(long number, String text, @Nullable RejectReason fault) {}

    private final InputStream in;
    private final Charset charset;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private long number;

    ByteLines(InputStream in, Charset charset) {
        this.in = in;
        this.charset = charset;
    }

    /** The next line, null at the end. */
    @Nullable
    Line next() throws IOException {
        if (position == limit && !fill()) {
            return null;
        }
        number++;
        int start = position;
        while (position < limit && buffer[position] != '\n') {
            position++;
        }
        if (position < limit) {
            Line line = decode(buffer, start, position);
            position++;
            return line;
        }
        return longLine(start);
    }

    /** A line that runs over the buffer's end. */
    private Line longLine(int start) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER_BYTES);
        bytes.write(buffer, start, limit - start);
        while (fill()) {
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            if (bytes.size() <= MAX_LINE_BYTES) {
                bytes.write(buffer, 0, position);
            }
            if (position < limit) {
                position++;
                break;
            }
        }
        if (bytes.size() > MAX_LINE_BYTES) {
            return new Line(number, "", RejectReason.OVERLONG_FIELD);
        }
        return decode(bytes.toByteArray(), 0, bytes.size());
    }

    private boolean fill() throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, BUFFER_BYTES));
        return limit > 0;
    }

    private Line decode(byte[] bytes, int from, int to) {
        int start = number == 1 && startsWithBom(bytes, from, to) ? from + UTF_8_BOM.length : from;
        int end = to > start && bytes[to - 1] == '\r' ? to - 1 : to;
        String text = new String(bytes, start, end - start, charset);
        if (text.indexOf(REPLACEMENT) >= 0 && !isValid(ByteBuffer.wrap(bytes, start, end - start))) {
            return new Line(number, text, RejectReason.BAD_ENCODING);
        }
        return new Line(number, text, text.indexOf('\0') >= 0 ? RejectReason.NUL_CHARACTER : null);
    }

    private boolean startsWithBom(byte[] bytes, int from, int to) {
        return charset.equals(StandardCharsets.UTF_8)
                && to - from >= UTF_8_BOM.length
                && bytes[from] == UTF_8_BOM[0]
                && bytes[from + 1] == UTF_8_BOM[1]
                && bytes[from + 2] == UTF_8_BOM[2];
    }

    private boolean isValid(ByteBuffer bytes) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
