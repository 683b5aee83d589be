package io.arrears.model.assessment;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.NumberOutput;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Canonical JSON of records: fixed order of keys, no spaces, numbers in their shortest form on every JDK, null for what
 * is missing.
 */
final class RecordJson {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new Decimals())
                    .addSerializer(Double.TYPE, new Decimals()))
            .build();

    private RecordJson() {}

    /** Numbers of whole objects, as decimals: 0, 38, 1E+3, 0.075. */
    private static final class Decimals extends StdSerializer<Double> {
        private static final long serialVersionUID = 1;
        private static final double EXACT = 1L << 53;

        Decimals() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (value == 0) {
                out.writeNumber(0);
            } else if (value % 1 == 0 && value % 10 != 0 && Math.abs(value) < EXACT) {
                out.writeNumber(value.longValue());
            } else if (Double.isFinite(value)) {
                out.writeNumber(new BigDecimal(NumberOutput.toString(value, true)).stripTrailingZeros());
            } else {
                out.writeNumber(value);
            }
        }
    }
}
