package io.arrears.serving.http;

import io.arrears.model.account.Coded;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * API keys, known by their SHA-256 only. A key comes as {@code Authorization: Bearer KEY}, as {@code X-Api-Key: KEY},
 * or, so that browsers can ask for it, as the password of {@code Authorization: Basic}.
 */
public final class ApiKeys implements Authenticator {
    private static final Pattern LINE = Pattern.compile("([a-z]+):([0-9a-f]{64})");

    private record Key(Role role, String hash, String name) {}

    private final List<Key> keys;

    private ApiKeys(List<Key> keys) {
        this.keys = keys;
    }

    /**
     * Reads a file of lines {@code role:sha256hex}; blank lines and lines starting with # are skipped.
     *
     * @param errors takes what is wrong with it, one message each
     */
    public static ApiKeys read(Path file, List<String> errors) {
        List<Key> keys = new ArrayList<>();
        List<String> lines = List.of();
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            errors.add("ARREARS_API_KEYS_FILE %s can't be read: name a readable UTF-8 file".formatted(file));
            return new ApiKeys(keys);
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Key key = parse(line);
                if (key == null) {
                    errors.add("%s line %d is no 'role:sha256hex' with role one of %s and 64 lower-case hex digits"
                            .formatted(file, i + 1, Coded.codes(Role.class)));
                } else {
                    keys.add(key);
                }
            }
        }
        if (keys.isEmpty() && errors.isEmpty()) {
            errors.add("%s holds no key: add a line 'role:sha256hex'".formatted(file));
        }
        return new ApiKeys(keys);
    }

    private static @Nullable Key parse(String line) {
        var matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return null;
        }
        String hash = matcher.group(2);
        return Coded.find(Role.class, matcher.group(1))
                .map(role -> new Key(role, hash, "key-" + hash.substring(0, 8)))
                .orElse(null);
    }

    @Override
    public Optional<Caller> find(Context ctx) {
        return presented(ctx).flatMap(this::match);
    }

    /** Compares with every key in constant time. */
    private Optional<Caller> match(String presented) {
        byte[] hash = HexFormat.of().formatHex(sha256(presented)).getBytes(StandardCharsets.US_ASCII);
        Caller caller = null;
        for (Key key : keys) {
            if (MessageDigest.isEqual(key.hash().getBytes(StandardCharsets.US_ASCII), hash)) {
                caller = new Caller(key.role(), key.name());
            }
        }
        return Optional.ofNullable(caller);
    }

    private static Optional<String> presented(Context ctx) {
        String header = ctx.header("X-Api-Key");
        if (header != null) {
            return Optional.of(header);
        }
        String authorization = ctx.header("Authorization");
        if (authorization == null) {
            return Optional.empty();
        }
        if (authorization.startsWith("Bearer ")) {
            return Optional.of(authorization.substring("Bearer ".length()).strip());
        }
        return authorization.startsWith("Basic ")
                ? password(authorization.substring("Basic ".length()).strip())
                : Optional.empty();
    }

    private static Optional<String> password(String credentials) {
        try {
            String text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return Optional.of(text.substring(text.indexOf(':') + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }
}
