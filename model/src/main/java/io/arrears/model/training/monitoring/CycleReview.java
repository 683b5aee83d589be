package io.arrears.model.training.monitoring;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through cycles in the order of time and judges each by those before it, as it would have been judged then. Where
 * nothing has changed a cycle gives any alarm with a chance of {@link #FALSE_ALARMS}: per kind of signal a share of it,
 * divided by the signals of the kind (Bonferroni). A cycle with an alarm does not teach what is usual.
 */
public final class CycleReview {
    /** Chance of any alarm on outcomes in a cycle where nothing has changed. */
    public static final double FALSE_ALARMS = 0.008;

    /** Chance per kind that a signal is said to have moved where nothing has. */
    public static final double MOVED = 0.05;

    private final Map<Signal, Forecast> forecasts = new HashMap<>();
    private final Map<Signal, Double> usual = new HashMap<>();

    private CycleReview() {}

    /**
     * @param checks one per signal that could be judged, levels and slopes first
     */
    public record Judged(Cycle cycle, List<SignalCheck> checks) {
        public List<SignalCheck> alarms() {
            return checks.stream().filter(SignalCheck::alarm).toList();
        }
    }

    /**
     * Judges all cycles that the model has not learned from.
     *
     * @param cycles rising in time
     */
    public static List<Judged> of(List<Cycle> cycles) {
        CycleReview review = new CycleReview();
        review.learnUsual(cycles.stream().filter(Cycle::learned).toList());
        List<Judged> judged = new ArrayList<>();
        for (Cycle cycle : cycles) {
            if (!cycle.learned()) {
                judged.add(review.judge(cycle));
            }
        }
        return judged;
    }

    private void learnUsual(Collection<Cycle> window) {
        Map<Signal, List<Estimate>> found = new HashMap<>();
        for (Cycle cycle : window) {
            cycle.estimates()
                    .forEach((signal, estimate) -> found.computeIfAbsent(signal, s -> new ArrayList<>())
                            .add(estimate));
        }
        found.forEach((signal, estimates) -> usual.put(signal, Forecast.deviation(estimates)));
    }

    private Judged judge(Cycle cycle) {
        Map<Signal.Kind, Integer> counts = new EnumMap<>(Signal.Kind.class);
        cycle.estimates().keySet().forEach(signal -> counts.merge(signal.kind(), 1, Integer::sum));
        List<SignalCheck> checks = new ArrayList<>();
        for (Map.Entry<Signal, Estimate> entry : cycle.estimates().entrySet()) {
            checks.add(check(
                    cycle,
                    entry.getKey(),
                    entry.getValue(),
                    counts.getOrDefault(entry.getKey().kind(), 1)));
        }
        Judged judged = new Judged(cycle, checks);
        if (judged.alarms().isEmpty()) {
            cycle.estimates().forEach((signal, estimate) -> forecast(signal).learn(estimate));
        }
        return judged;
    }

    private SignalCheck check(Cycle cycle, Signal signal, Estimate estimate, int among) {
        double falseAlarms = signal.kind().falseAlarms() / among;
        Forecast.Verdict verdict = forecast(signal).judge(estimate, falseAlarms);
        double movedFrom = NormalQuantile.of(1 - MOVED / among / 2);
        return new SignalCheck(
                signal,
                estimate.rows(),
                estimate.value(),
                verdict.expected(),
                verdict.limit(),
                verdict.z(),
                Math.abs(verdict.z()) > movedFrom,
                shares(cycle.means().bySignal().get(signal), verdict));
    }

    private static SignalCheck.@Nullable Shares shares(double @Nullable [] means, Forecast.Verdict verdict) {
        if (means == null) {
            return null;
        }
        double low = means[0] + (verdict.expected() - verdict.limit()) * means[2];
        double high = means[0] + (verdict.expected() + verdict.limit()) * means[2];
        return new SignalCheck.Shares(means[0], means[1], Math.max(0, low), Math.min(1, high));
    }

    private Forecast forecast(Signal signal) {
        return forecasts.computeIfAbsent(signal, s -> new Forecast(s.kind(), usual.getOrDefault(s, 0.0)));
    }
}
