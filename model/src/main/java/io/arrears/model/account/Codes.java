package io.arrears.model.account;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The codes of constants, each made once: hot paths ask for them many times per account. */
final class Codes {
    private static final Map<Coded, String> ALL = new ConcurrentHashMap<>();

    private Codes() {}

    static String of(Coded constant) {
        String code = ALL.get(constant);
        return code != null
                ? code
                : ALL.computeIfAbsent(constant, any -> constant.name().toLowerCase(Locale.ROOT));
    }
}
