package io.arrears.serving.scores;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.account.Days;
import io.arrears.serving.intake.JsonObject;
import java.util.OptionalLong;

/** The instant of knowledge a caller asks for. */
final class AsOf {
    private static final String FIELD = "as_of";
    private static final int DATE_LENGTH = 10;

    private AsOf() {}

    /** The instant of {@code as_of}: a timestamp, or a date for when that UTC day began; empty when absent. */
    static OptionalLong find(JsonObject body) {
        JsonNode value = body.find(FIELD);
        if (value == null) {
            return OptionalLong.empty();
        }
        if (value.asText().length() <= DATE_LENGTH) {
            return OptionalLong.of(Days.startMicros(body.getDay(FIELD)));
        }
        Long micros = body.findMicros(FIELD);
        return micros == null ? OptionalLong.empty() : OptionalLong.of(micros);
    }
}
