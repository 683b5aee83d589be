package io.arrears.model.mart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Fact;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal of live facts: eight hex digits of CRC-32, a space, and the fact's columns as a JSON object
 * without nulls.
 *
 * @param accountId whose fact it is
 */
public record JournalLine(AccountId accountId, Fact fact) {
    /** The journal's name in its folder. */
    public static final String FILE = "events.log";

    private static final int CHECKSUM_LENGTH = 8;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public String encode() {
        FactRow row = FactCodec.toRow(accountId, fact);
        Map<String, Object> columns = new LinkedHashMap<>();
        for (FactColumn column : FactColumn.values()) {
            Object value = row.get(column);
            if (value != null) {
                columns.put(column.code(), value);
            }
        }
        try {
            String json = JSON.writeValueAsString(columns);
            return checksum(json) + " " + json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a fact can't be written as JSON", e);
        }
    }

    /** The line read back; empty when it is damaged. */
    public static Optional<JournalLine> decode(String line) {
        if (line.length() <= CHECKSUM_LENGTH) {
            return Optional.empty();
        }
        String json = line.substring(CHECKSUM_LENGTH + 1);
        if (!line.startsWith(checksum(json) + " ")) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(json);
            FactRow row = new FactRow();
            for (FactColumn column : FactColumn.values()) {
                row.set(column, value(node.get(column.code()), column.type()));
            }
            AccountId id = new AccountId(node.path(FactColumn.ACCOUNT_ID.code()).asText());
            return Optional.of(new JournalLine(id, FactCodec.toFact(row)));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object value(@Nullable JsonNode node, FactColumn.Type type) {
        if (node == null) {
            return null;
        }
        return switch (type) {
            case TEXT -> node.textValue();
            case INT -> (Object) node.intValue();
            case LONG -> (Object) node.longValue();
            case DOUBLE -> (Object) node.doubleValue();
        };
    }

    private static String checksum(String json) {
        CRC32 crc = new CRC32();
        crc.update(json.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
