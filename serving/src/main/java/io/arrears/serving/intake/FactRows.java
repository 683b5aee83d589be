package io.arrears.serving.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.arrears.model.account.FactTable;
import java.util.ArrayList;
import java.util.List;

/** The rows of a canonical table in a request. */
final class FactRows {
    private FactRows() {}

    /** The rows with their paths, e.g. {@code payments[2]}; none when the table is absent. */
    static List<JsonObject> list(JsonObject body, FactTable table, FieldErrors errors) {
        JsonNode node = body.find(table.code());
        List<JsonObject> rows = new ArrayList<>();
        if (node == null) {
            return rows;
        }
        if (!node.isArray()) {
            body.fail(table.code(), "is no list of rows");
            return rows;
        }
        for (int i = 0; i < node.size(); i++) {
            rows.add(new JsonObject(node.get(i), table.code() + "[" + i + "]", errors));
        }
        return rows;
    }
}
