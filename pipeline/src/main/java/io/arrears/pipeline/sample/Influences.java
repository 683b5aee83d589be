package io.arrears.pipeline.sample;

import java.util.ArrayList;
import java.util.List;

/** The contacts a debtor still feels. They do not add up: the strongest counts. */
final class Influences {
    private final List<Influence> felt = new ArrayList<>(4);

    void add(Influence influence) {
        felt.removeIf(earlier -> earlier.over(influence.day()));
        felt.add(influence);
    }

    /** These and one more, in a copy. */
    Influences and(Influence influence) {
        Influences more = new Influences();
        more.felt.addAll(felt);
        more.add(influence);
        return more;
    }

    double lift(Persona persona, IncomeState state, int day) {
        double lift = 1;
        for (int i = 0; i < felt.size(); i++) {
            lift = Math.max(lift, felt.get(i).lift(persona, state, day));
        }
        return lift;
    }
}
