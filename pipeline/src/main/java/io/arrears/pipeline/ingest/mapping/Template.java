package io.arrears.pipeline.ingest.mapping;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text with columns in braces: {@code {customer}-{loan}}. Blank (null) when a column in it is blank.
 *
 * @param texts the text before each column and after the last: one more than columns
 */
record Template(List<String> texts, List<String> columns) implements Serializable {
    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");

    Template {
        texts = List.copyOf(texts);
        columns = List.copyOf(columns);
    }

    static Template parse(String text) {
        List<String> texts = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        Matcher column = COLUMN.matcher(text);
        int from = 0;
        while (column.find()) {
            texts.add(text.substring(from, column.start()));
            columns.add(column.group(1).strip());
            from = column.end();
        }
        texts.add(text.substring(from));
        return new Template(texts, columns);
    }

    @Nullable
    String of(Fields fields) {
        if (columns.size() == 1 && texts.get(0).isEmpty() && texts.get(1).isEmpty()) {
            return fields.find(columns.get(0));
        }
        StringBuilder text = new StringBuilder(texts.get(0));
        for (int i = 0; i < columns.size(); i++) {
            String value = fields.find(columns.get(i));
            if (value == null) {
                return null;
            }
            text.append(value).append(texts.get(i + 1));
        }
        return text.toString();
    }

    /** The template as it was written, for messages. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(texts.get(0));
        for (int i = 0; i < columns.size(); i++) {
            text.append('{').append(columns.get(i)).append('}').append(texts.get(i + 1));
        }
        return text.toString();
    }
}
