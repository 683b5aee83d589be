package io.arrears.model.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A closed choice whose constants are written in files as their lower-case names, e.g. {@code credit_card}. */
public interface Coded {
    String name();

    /** The code as it stands in source tables and answers. */
    default String code() {
        return Codes.of(this);
    }

    /** The constant of {@code type} with this code, empty when there is none. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }

    /**
     * The constant of {@code type} with this code.
     *
     * @throws IllegalArgumentException naming the code and the allowed ones
     */
    static <E extends Enum<E> & Coded> E get(Class<E> type, String code) {
        return find(type, code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown %s '%s': use one of %s".formatted(type.getSimpleName(), code, codes(type))));
    }

    /** All codes of {@code type}, in order, comma separated: for messages. */
    static <E extends Enum<E> & Coded> String codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Coded::code).collect(Collectors.joining(", "));
    }
}
