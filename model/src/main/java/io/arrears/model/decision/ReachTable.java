package io.arrears.model.decision;

import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;

/**
 * Reach rates looked up once. An account's own past contacts move the population's rate, first on the channel as a
 * whole, then in the window.
 */
public final class ReachTable {
    private static final double LEAST = 0.005;
    private static final double MOST = 0.98;

    private final double[][] rates = new double[Channel.values().length][ContactWindow.values().length];
    private final double channelStrength;
    private final double windowStrength;

    ReachTable(ReachRates stored) {
        for (Channel channel : Channel.values()) {
            for (ContactWindow window : ContactWindow.values()) {
                rates[channel.ordinal()][window.ordinal()] = stored.rate(channel, window);
            }
        }
        this.channelStrength = stored.channelStrength();
        this.windowStrength = stored.windowStrength();
    }

    /** The probability of meeting the right party of this account. */
    public double probability(Channel channel, ContactWindow window, ResponseContext context) {
        double[] byWindow = rates[channel.ordinal()];
        double hits = channelStrength;
        double expected = channelStrength;
        double windowHits = 0;
        double windowAttempts = 0;
        for (Reach reach : context.reach()) {
            if (reach.channel() == channel) {
                hits += reach.rightParty();
                expected += reach.attempts() * byWindow[reach.window().ordinal()];
                if (reach.window() == window) {
                    windowHits = reach.rightParty();
                    windowAttempts = reach.attempts();
                }
            }
        }
        double onChannel = clamp(byWindow[window.ordinal()] * hits / expected);
        return clamp((windowHits + windowStrength * onChannel) / (windowAttempts + windowStrength));
    }

    private static double clamp(double probability) {
        return Math.max(LEAST, Math.min(MOST, probability));
    }
}
