package io.arrears.model.assessment;

import com.fasterxml.jackson.core.JsonParser;
import io.arrears.model.policy.Digest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Which single bit of a damaged record is wrong: each is turned in turn until the record fits its chain again. Takes about
 * a second for a record of 5 KB.
 *
 * @param offset of its byte in the file
 * @param bit of the byte, 0 the lowest
 * @param record the decision it lies in, as it was written
 * @param field as a JSON pointer, or {@code chain}
 */
record FlippedBit(long offset, int bit, String record, String field) {
    private static final int CHAIN_LENGTH = 64;
    private static final int LONGEST = 1 << 17;

    /**
     * Looks in the line that begins at an offset.
     *
     * @param chain of the record before
     */
    static Optional<FlippedBit> find(Path file, long start, String chain) {
        byte[] bytes = read(file, start);
        int last = newline(bytes);
        byte[] before = chain.getBytes(StandardCharsets.US_ASCII);
        MessageDigest digest = Digest.sha256();
        for (int at = 0; at <= last && at < bytes.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                bytes[at] ^= (byte) (1 << bit);
                int end = at == last || bytes[at] == '\n' ? newline(bytes) : last;
                if (isSound(bytes, end, before, digest)) {
                    return Optional.of(at(start, at, bit, new String(bytes, 0, end, StandardCharsets.UTF_8)));
                }
                bytes[at] ^= (byte) (1 << bit);
            }
        }
        return Optional.empty();
    }

    /** Two lines at most, because the bit may lie in the newline between them. */
    private static byte[] read(Path file, long start) {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(start);
            byte[] bytes = new byte[(int) Math.min(LONGEST, in.length() - start)];
            in.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int newline(byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                return at;
            }
        }
        return bytes.length;
    }

    private static boolean isSound(byte[] line, int end, byte[] before, MessageDigest digest) {
        if (end <= CHAIN_LENGTH || line[CHAIN_LENGTH] != ' ') {
            return false;
        }
        digest.update(before);
        digest.update(line, CHAIN_LENGTH + 1, end - CHAIN_LENGTH - 1);
        byte[] chain = HexFormat.of().formatHex(digest.digest()).getBytes(StandardCharsets.US_ASCII);
        return Arrays.equals(chain, 0, CHAIN_LENGTH, line, 0, CHAIN_LENGTH);
    }

    private static FlippedBit at(long start, int at, int bit, String line) {
        String record = line.substring(CHAIN_LENGTH + 1);
        int within = at - CHAIN_LENGTH - 1; // the space between counts as the chain
        String field = within < 0 ? "chain" : field(record, within);
        return new FlippedBit(start + at, bit, DecisionLog.id(record), field);
    }

    /** The last value that begins at or before a byte. */
    private static String field(String record, int within) {
        byte[] utf8 = record.getBytes(StandardCharsets.UTF_8);
        String field = "";
        try (JsonParser json = RecordJson.MAPPER.createParser(utf8)) {
            while (json.nextToken() != null && json.currentTokenLocation().getByteOffset() <= within) {
                field = json.getParsingContext().pathAsPointer().toString();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a sound record is no JSON", e);
        }
        return field;
    }
}
