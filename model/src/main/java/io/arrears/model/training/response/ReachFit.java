package io.arrears.model.training.response;

import io.arrears.model.account.Channel;
import io.arrears.model.account.Coded;
import io.arrears.model.decision.ReachRates;
import io.arrears.model.decision.ReachTable;
import io.arrears.model.decision.ResponsePriors;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Estimates how often contacts meet the right party: rates by channel and window shrunk to the channel's, those to what
 * is believed, and how fast an account's own contacts move them, by which strengths predict the log best.
 */
final class ReachFit {
    private static final double[] CHANNEL_STRENGTHS = {0.5, 1, 2, 4, 8, 16, 1e6};
    private static final double[] WINDOW_STRENGTHS = {2, 4, 8, 16, 32, 1e6};
    private static final int ENOUGH_ROWS = 20_000;
    /** With fewer hits than this share on a channel, the right party is held not to be recorded there. */
    private static final double RECORDED = 0.002;

    private static final int ENOUGH_TO_TELL = 200;

    private final List<ResponseRow> rows;
    private final ResponsePriors priors;

    ReachFit(List<ResponseRow> rows, ResponsePriors priors) {
        this.rows = rows.stream()
                .filter(row -> row.rightParty() != null && !row.arm().isNone())
                .toList();
        this.priors = priors;
    }

    /** Hits and attempts. */
    private record Count(double hits, double attempts) {
        Count plus(Count other) {
            return new Count(hits + other.hits, attempts + other.attempts);
        }

        double rate(double belief, double strength) {
            return (hits + strength * belief) / (attempts + strength);
        }
    }

    ReachRates rates() {
        SortedMap<String, Double> rates = populationRates();
        ReachRates best = ReachRates.believed(priors);
        double bestLikelihood = Double.NEGATIVE_INFINITY;
        if (rows.isEmpty()) {
            return new ReachRates(rates, best.channelStrength(), best.windowStrength());
        }
        for (double channelStrength : CHANNEL_STRENGTHS) {
            for (double windowStrength : WINDOW_STRENGTHS) {
                ReachRates candidate = new ReachRates(rates, channelStrength, windowStrength);
                double likelihood = likelihood(candidate.table());
                if (likelihood > bestLikelihood) {
                    bestLikelihood = likelihood;
                    best = candidate;
                }
            }
        }
        return best;
    }

    private SortedMap<String, Double> populationRates() {
        SortedMap<String, Count> counts = counts();
        SortedMap<String, Double> rates = new TreeMap<>(priors.reach());
        double windowStrength = priors.reachStrength().getOrDefault("window", 20.0);
        counts.forEach((key, count) -> {
            String channel = key.split("/", 2)[0];
            Count all = channelCount(counts, channel);
            double belief = priors.reach().getOrDefault(channel, 1.0);
            double onChannel =
                    isRecorded(all) ? all.rate(belief, priors.reachStrength().getOrDefault("channel", 4.0)) : belief;
            rates.put(channel, onChannel);
            rates.put(key, isRecorded(all) ? count.rate(onChannel, windowStrength) : onChannel);
        });
        return rates;
    }

    private SortedMap<String, Count> counts() {
        SortedMap<String, Count> counts = new TreeMap<>();
        for (ResponseRow row : rows) {
            String key = ReachRates.key(row.arm().channel(), row.arm().window());
            counts.merge(key, new Count(Boolean.TRUE.equals(row.rightParty()) ? 1 : 0, 1), Count::plus);
        }
        return counts;
    }

    private static Count channelCount(SortedMap<String, Count> counts, String channel) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(channel + "/"))
                .map(Map.Entry::getValue)
                .reduce(new Count(0, 0), Count::plus);
    }

    private static boolean isRecorded(Count count) {
        return count.attempts < ENOUGH_TO_TELL || count.hits >= RECORDED * count.attempts;
    }

    /** Whether the log tells, on this channel, who was reached. */
    boolean isRecorded(Channel channel) {
        return isRecorded(channelCount(counts(), channel.code()));
    }

    /** Channels with enough rows that tell who was reached. */
    List<Channel> recordedChannels() {
        SortedMap<String, Count> counts = counts();
        return counts.keySet().stream()
                .map(key -> key.split("/", 2)[0])
                .distinct()
                .filter(code -> channelCount(counts, code).attempts() >= ENOUGH_TO_TELL)
                .map(code -> Coded.get(Channel.class, code))
                .filter(this::isRecorded)
                .toList();
    }

    private double likelihood(ReachTable table) {
        int step = Math.max(1, rows.size() / ENOUGH_ROWS);
        double sum = 0;
        for (int i = 0; i < rows.size(); i += step) {
            ResponseRow row = rows.get(i);
            double p = table.probability(row.arm().channel(), row.arm().window(), row.context());
            sum += StrictMath.log(Boolean.TRUE.equals(row.rightParty()) ? p : 1 - p);
        }
        return sum;
    }
}
