package io.arrears.model.mart;

import io.arrears.model.account.Coded;

/**
 * What a text stands for, e.g. the constant of a code. A pure function; engines remember its answers by the function's
 * identity, so each is a constant.
 */
@FunctionalInterface
public interface TextMeaning<T> {
    T of(String text);

    /** The constant of {@code type} with the text as its code. */
    static <E extends Enum<E> & Coded> TextMeaning<E> ofCode(Class<E> type) {
        return code -> Coded.get(type, code);
    }
}
