package io.arrears.model.decision;

import dev.cel.common.types.CelType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;

/** Types of the fields that expressions see; the optional ones may be {@code null}. */
public enum FieldType {
    BOOLEAN(SimpleType.BOOL),
    INTEGER(SimpleType.INT),
    NUMBER(SimpleType.DOUBLE),
    TEXT(SimpleType.STRING),
    OPTIONAL_NUMBER(NullableType.create(SimpleType.DOUBLE)),
    OPTIONAL_TEXT(NullableType.create(SimpleType.STRING));

    private final CelType cel;

    FieldType(CelType cel) {
        this.cel = cel;
    }

    CelType cel() {
        return cel;
    }
}
