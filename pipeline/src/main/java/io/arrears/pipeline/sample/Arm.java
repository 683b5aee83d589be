package io.arrears.pipeline.sample;

import java.util.ArrayList;
import java.util.List;

/** One thing that can be done about an account today. */
record Arm(Action action, Channel channel, Window window) {
    static final Arm NONE = new Arm(Action.NONE, Channel.NONE, Window.ANY);

    /** Every arm, {@link #NONE} first, in the order of the truth. */
    static final List<Arm> ALL = all();

    /** Number of windows in which this action and channel exist. */
    int windows() {
        return channel == Channel.CALL || channel == Channel.SMS ? Window.values().length : 1;
    }

    private static List<Arm> all() {
        List<Arm> arms = new ArrayList<>(List.of(NONE));
        addWindows(arms, Action.REMINDER, Channel.EMAIL);
        addWindows(arms, Action.REMINDER, Channel.SMS);
        addWindows(arms, Action.REMINDER, Channel.LETTER);
        addWindows(arms, Action.REMINDER, Channel.CALL);
        addWindows(arms, Action.PLAN_OFFER, Channel.CALL);
        addWindows(arms, Action.PLAN_OFFER, Channel.LETTER);
        addWindows(arms, Action.SETTLEMENT_OFFER, Channel.LETTER);
        addWindows(arms, Action.SETTLEMENT_OFFER, Channel.CALL);
        return List.copyOf(arms);
    }

    private static void addWindows(List<Arm> arms, Action action, Channel channel) {
        Arm any = new Arm(action, channel, Window.ANY);
        arms.add(any);
        if (any.windows() > 1) {
            Window.PARTS.forEach(part -> arms.add(new Arm(action, channel, part)));
        }
    }
}
