package io.arrears.model.assessment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import io.arrears.model.account.AccountId;
import io.arrears.model.account.Coded;
import io.arrears.model.account.Days;
import io.arrears.model.contact.Severity;
import io.arrears.model.contact.Slot;
import io.arrears.model.contact.Verdict;
import io.arrears.model.decision.Draws;
import io.arrears.model.decision.Prices;
import io.arrears.model.decision.ResponseContext;
import io.arrears.model.decision.Situation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads decision records. The many of one reader share their instants. Not thread-safe. */
public final class RecordReader {
    private static final ObjectReader PROVENANCE = RecordJson.MAPPER.readerFor(Provenance.class);
    private static final ObjectReader CONTEXT = RecordJson.MAPPER.readerFor(ResponseContext.class);
    private static final ObjectReader DRAWS = RecordJson.MAPPER.readerFor(Draws.class);
    private static final int USUAL_FEATURES = 256;

    private final Map<String, Instant> instants = new HashMap<>();

    /** Reads one field of an object; the parser stands on the first token of its value, and is left on its last. */
    private interface FieldReader {
        void read(String field) throws IOException;
    }

    /** Reads one element of an array, likewise. */
    private interface ElementReader {
        void read() throws IOException;
    }

    /** What was found of a record so far. */
    private static final class Draft {
        private @Nullable String id;
        private @Nullable Provenance provenance;
        private @Nullable String accountId;
        private @Nullable Instant asOf;
        private float @Nullable [] vector;
        private @Nullable Situation situation;
        private @Nullable ResponseContext context;
        private @Nullable List<Verdict> verdicts;
        private @Nullable Prices prices;
        private @Nullable Draws draws;
        private @Nullable Integer planned;

        RecordedDecision finish(String json) {
            return new RecordedDecision(
                    json,
                    required("id", id),
                    required("provenance", provenance),
                    new AccountId(required("account_id", accountId)),
                    Days.micros(required("as_of", asOf)),
                    required("vector", vector),
                    required("situation", situation),
                    required("context", context),
                    required("verdicts", verdicts),
                    required("prices_minor", prices),
                    required("draws", draws),
                    planned);
        }
    }

    /** What was found of a verdict so far. */
    private static final class VerdictDraft {
        private @Nullable Instant notBefore;
        private @Nullable Instant notAfter;
        private @Nullable String rule;
        private @Nullable String citation;
        private Severity severity = Severity.BLOCK;
        private final List<String> counted = new ArrayList<>();
        private @Nullable Instant earliestNext;

        Verdict finish() {
            return rule == null
                    ? new Verdict.Allowed(new Slot(required("not_before", notBefore), required("not_after", notAfter)))
                    : new Verdict.Blocked(rule, required("citation", citation), severity, counted, earliestNext);
        }
    }

    /**
     * @param record as {@link DecisionRecord#json} wrote it
     * @throws IllegalArgumentException when it is no decision record
     */
    public RecordedDecision read(String record) {
        Draft draft = new Draft();
        try (JsonParser in = RecordJson.MAPPER.createParser(record)) {
            in.nextToken();
            readObject(in, field -> {
                switch (field) {
                    case "id" -> draft.id = in.getText();
                    case "inputs" -> readObject(in, input -> readInput(input, in, draft));
                    default -> in.skipChildren();
                }
            });
            return draft.finish(record);
        } catch (JsonProcessingException | DateTimeException e) {
            throw unreadable("can't be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readInput(String field, JsonParser in, Draft draft) throws IOException {
        switch (field) {
            case "account_id" -> draft.accountId = in.getText();
            case "as_of" -> draft.asOf = findInstant(in);
            case "provenance" -> draft.provenance = PROVENANCE.readValue(in);
            case "vector" -> draft.vector = readVector(in);
            case "situation" -> draft.situation = readSituation(in);
            case "context" -> draft.context = CONTEXT.readValue(in);
            case "verdicts" -> {
                List<Verdict> verdicts = new ArrayList<>();
                readArray(in, () -> verdicts.add(readVerdict(in)));
                draft.verdicts = verdicts;
            }
            case "prices_minor" -> {
                List<Double> prices = new ArrayList<>();
                readArray(in, () -> prices.add(in.getDoubleValue()));
                draft.prices = new Prices(prices);
            }
            case "draws" -> draft.draws = DRAWS.readValue(in);
            case "planned" -> draft.planned = isNull(in) ? null : Integer.valueOf(in.getIntValue());
            default -> in.skipChildren(); // the scores follow from the vector
        }
    }

    private static float[] readVector(JsonParser in) throws IOException {
        require(in, JsonToken.START_ARRAY);
        float[] values = new float[USUAL_FEATURES];
        int size = 0;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            values = size < values.length ? values : Arrays.copyOf(values, 2 * size);
            values[size] = isNull(in) ? Float.NaN : in.getFloatValue();
            size++;
        }
        return Arrays.copyOf(values, size);
    }

    private static Situation readSituation(JsonParser in) throws IOException {
        Map<String, @Nullable Object> values = new HashMap<>();
        readObject(in, field -> values.put(field, readValue(in)));
        return Situation.restore(values);
    }

    private static @Nullable Object readValue(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            default -> in.getText();
        };
    }

    private Verdict readVerdict(JsonParser in) throws IOException {
        VerdictDraft draft = new VerdictDraft();
        readObject(in, field -> {
            switch (field) {
                case "not_before" -> draft.notBefore = findInstant(in);
                case "not_after" -> draft.notAfter = findInstant(in);
                case "rule" -> draft.rule = in.getText();
                case "citation" -> draft.citation = in.getText();
                case "severity" -> draft.severity = Coded.get(Severity.class, in.getText());
                case "counted" -> readArray(in, () -> draft.counted.add(in.getText()));
                case "earliest_next" -> draft.earliestNext = findInstant(in);
                default -> in.skipChildren();
            }
        });
        return draft.finish();
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw unreadable("lacks " + field, null);
        }
        return value;
    }

    private @Nullable Instant findInstant(JsonParser in) throws IOException {
        return isNull(in) ? null : instants.computeIfAbsent(in.getText(), Instant::parse);
    }

    private static void readObject(JsonParser in, FieldReader reader) throws IOException {
        require(in, JsonToken.START_OBJECT);
        for (String field = in.nextFieldName(); field != null; field = in.nextFieldName()) {
            in.nextToken();
            reader.read(field);
        }
    }

    private static void readArray(JsonParser in, ElementReader reader) throws IOException {
        require(in, JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            reader.read();
        }
    }

    private static void require(JsonParser in, JsonToken token) {
        if (!in.hasToken(token)) {
            throw unreadable(
                    "has no %s at %s"
                            .formatted(token.asString(), in.getParsingContext().pathAsPointer()),
                    null);
        }
    }

    private static boolean isNull(JsonParser in) {
        return in.hasToken(JsonToken.VALUE_NULL);
    }

    private static IllegalArgumentException unreadable(String why, @Nullable Exception cause) {
        return new IllegalArgumentException("a decision record %s: verify the file".formatted(why), cause);
    }
}
