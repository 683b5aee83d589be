package io.arrears.pipeline.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A running SHA-256. Not thread-safe. */
public final class Sha256 {
    private static final int BUFFER_BYTES = 1 << 16;

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256: use a standard one", e);
        }
    }

    public static String of(Path file) {
        return new Sha256().add(file).hex();
    }

    public Sha256 add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Sha256 add(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return add(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the stream to its end; the caller closes it. */
    public Sha256 add(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return this;
    }

    /** 64 hexadecimal digits; the digest starts anew afterwards. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
