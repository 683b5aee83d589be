package io.arrears.model.training;

import io.arrears.model.scoring.Target;
import java.io.Serializable;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many days each target looks ahead. What is not chosen is standard; cash always looks as far as payment. */
public final class Horizons implements Serializable {
    public static final Horizons STANDARD = new Horizons(new EnumMap<>(Target.class));

    private static final long serialVersionUID = 1L;
    private static final int MOST_DAYS = 720;

    private final EnumMap<Target, Integer> chosen;

    private Horizons(EnumMap<Target, Integer> chosen) {
        this.chosen = chosen;
    }

    /**
     * Reads choices such as {@code pay30=45}.
     *
     * @throws IllegalArgumentException when one is no known target and a number of days from 1 to 720, or one is cash30
     */
    public static Horizons of(Collection<String> choices) {
        EnumMap<Target, Integer> chosen = new EnumMap<>(Target.class);
        for (String choice : choices) {
            String[] parts = choice.split("=", 2);
            Target target = Target.of(parts[0]);
            if (target == Target.CASH30) {
                throw new IllegalArgumentException("cash30 looks as far as pay30: choose that of pay30 alone");
            }
            if (parts.length < 2
                    || !parts[1].matches("[0-9]{1,3}")
                    || days(parts[1]) < 1
                    || days(parts[1]) > MOST_DAYS) {
                throw new IllegalArgumentException("horizon '%s' is no number of days from 1 to %d: write it like %s=45"
                        .formatted(choice, MOST_DAYS, target.code()));
            }
            chosen.put(target, days(parts[1]));
        }
        return new Horizons(chosen);
    }

    private static int days(String text) {
        return Integer.parseInt(text);
    }

    /** Days of a target's outcome window; of a promise, days of grace. */
    public int days(Target target) {
        Target asked = target == Target.CASH30 ? Target.PAY30 : target;
        return chosen.getOrDefault(asked, asked.horizonDays());
    }

    /** The windows of the outcomes of an account-day. */
    public OutcomeWindow window() {
        return new OutcomeWindow(days(Target.PAY30), days(Target.ROLL90));
    }

    /** Those that are not standard, by the target's code. */
    public Map<Target, Integer> chosen() {
        return Map.copyOf(chosen);
    }
}
