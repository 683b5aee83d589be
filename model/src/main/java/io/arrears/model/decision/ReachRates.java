package io.arrears.model.decision;

import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often contacts meet the right party, as it is stored.
 *
 * @param rates the population's, by {@code channel/window}, and by {@code channel} for windows never seen
 * @param channelStrength expected hits the population's rate is worth against an account's own on the channel
 * @param windowStrength attempts the account's rate on the channel is worth against its own in the window
 */
public record ReachRates(SortedMap<String, Double> rates, double channelStrength, double windowStrength) {
    public ReachRates {
        rates = new TreeMap<>(rates);
    }

    public static String key(Channel channel, ContactWindow window) {
        return channel.code() + "/" + window.code();
    }

    /** The population's rate; 1 for a channel nothing is known of. */
    double rate(Channel channel, ContactWindow window) {
        Double rate = rates.get(key(channel, window));
        return rate == null ? rates.getOrDefault(channel.code(), 1.0) : rate;
    }

    public ReachTable table() {
        return new ReachTable(this);
    }

    /** The rates believed before any log is seen. */
    public static ReachRates believed(ResponsePriors priors) {
        return new ReachRates(
                priors.reach(),
                priors.reachStrength().getOrDefault("channel", 4.0),
                priors.reachStrength().getOrDefault("window", 20.0));
    }
}
