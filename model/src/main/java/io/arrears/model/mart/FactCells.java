package io.arrears.model.mart;

/**
 * The cells of one fact, by column: what {@link FactCodec} makes a fact of. A column's value may only be asked for when
 * it is not null, and by the method of its {@link FactColumn.Type}.
 */
public interface FactCells {
    boolean isNull(FactColumn column);

    int intAt(FactColumn column);

    long longAt(FactColumn column);

    double doubleAt(FactColumn column);

    String textAt(FactColumn column);

    /** What the column's text means; an engine that knows the text again may answer what it meant before. */
    <T> T meaningAt(FactColumn column, TextMeaning<T> meaning);
}
