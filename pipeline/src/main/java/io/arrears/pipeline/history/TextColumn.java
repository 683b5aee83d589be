package io.arrears.pipeline.history;

import io.arrears.model.mart.TextMeaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one column, batch after batch. Where the file has a dictionary, each of its entries is decoded once per
 * batch, and so is what it means; elsewhere a run of the same text is decoded once.
 */
final class TextColumn {
    private static final TextMeaning<String> ITSELF = text -> text;

    /** What the dictionary's entries mean, by their number; an answer counts for the batch it was given in. */
    private static final class Answers {
        final TextMeaning<?> meaning;
        private @Nullable Object[] values = new @Nullable Object[0];
        private int[] batches = new int[0];

        Answers(TextMeaning<?> meaning) {
            this.meaning = meaning;
        }

        @Nullable
        Object find(int entry, int batch) {
            return entry < batches.length && batches[entry] == batch ? values[entry] : null;
        }

        void put(int entry, int batch, Object value) {
            if (entry >= batches.length) {
                int length = Math.max(entry + 1, batches.length * 2);
                batches = Arrays.copyOf(batches, length);
                values = Arrays.copyOf(values, length);
            }
            batches[entry] = batch;
            values[entry] = value;
        }
    }

    private final Answers texts = new Answers(ITSELF);
    private final List<Answers> meanings = new ArrayList<>(1);
    private final ColumnVector vector;
    private @Nullable WritableColumnVector entries;
    private int batch;
    private @Nullable UTF8String lastBytes;
    private String lastText = "";

    TextColumn(ColumnVector vector) {
        this.vector = vector;
    }

    /** The vector holds the next batch. */
    void start() {
        batch++;
        lastBytes = null;
        entries = vector instanceof WritableColumnVector written && written.hasDictionary()
                ? written.getDictionaryIds()
                : null;
    }

    String text(int row) {
        WritableColumnVector dictionary = entries;
        if (dictionary == null) {
            return plain(row);
        }
        int entry = dictionary.getDictId(row);
        String known = (String) texts.find(entry, batch);
        if (known != null) {
            return known;
        }
        String text = vector.getUTF8String(row).toString();
        texts.put(entry, batch, text);
        return text;
    }

    private String plain(int row) {
        UTF8String bytes = vector.getUTF8String(row);
        if (!bytes.equals(lastBytes)) {
            lastBytes = bytes;
            lastText = bytes.toString();
        }
        return lastText;
    }

    @SuppressWarnings("unchecked") // answers hold what their meaning gave
    <T> T meaning(int row, TextMeaning<T> meaning) {
        WritableColumnVector dictionary = entries;
        if (dictionary == null) {
            return meaning.of(plain(row));
        }
        Answers answers = answers(meaning);
        int entry = dictionary.getDictId(row);
        T known = (T) answers.find(entry, batch);
        if (known != null) {
            return known;
        }
        T value = meaning.of(text(row));
        answers.put(entry, batch, value);
        return value;
    }

    /** A column has one meaning, or one per table: at most two. */
    private Answers answers(TextMeaning<?> meaning) {
        for (int i = 0; i < meanings.size(); i++) {
            if (meanings.get(i).meaning == meaning) {
                return meanings.get(i);
            }
        }
        Answers answers = new Answers(meaning);
        meanings.add(answers);
        return answers;
    }
}
