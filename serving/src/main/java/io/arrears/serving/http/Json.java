package io.arrears.serving.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** JSON of the API: snake_case names, ISO dates, decimals as written, duplicate keys and deep nesting refused. */
public final class Json {
    private static final int MAX_DEPTH = 12;
    private static final int MAX_TEXT = 8_192;

    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT)
                        .maxNumberLength(64)
                        .build());
        return mapper;
    }

    /**
     * The request's body as a tree.
     *
     * @throws ProblemException malformed_json when it is none
     */
    public static JsonNode read(Context ctx) {
        try {
            JsonNode body = MAPPER.readTree(Body.read(ctx));
            if (body == null || body.isMissingNode()) {
                throw new ProblemException(ProblemCode.MALFORMED_JSON, "the body is empty: send a JSON object");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, where(e));
        } catch (IOException e) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, "the body broke off: send it again");
        }
    }

    private static String where(JsonProcessingException e) {
        return e.getLocation() == null
                ? "the body is no JSON"
                : "the body is no JSON at line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }

    /** Answers a value as JSON. */
    public static void write(Context ctx, Object value) {
        write(ctx, Content.JSON, value);
    }

    static void write(Context ctx, String mediaType, Object value) {
        ctx.contentType(mediaType).result(bytes(value));
    }

    /** A value as JSON bytes. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("%s does not fit JSON".formatted(value.getClass()), e);
        }
    }

    /** A value as JSON text. */
    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    /**
     * Parses JSON the service wrote itself or ships with.
     *
     * @throws IOException when it is none
     */
    public static JsonNode parse(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }
}
