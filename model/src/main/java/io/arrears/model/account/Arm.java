package io.arrears.model.account;

import java.io.Serializable;

/** What can be chosen for an account: an action through a channel in a window. The action names are the strategy's. */
public record Arm(String action, Channel channel, ContactWindow window) implements Comparable<Arm>, Serializable {
    /** Leaving the account alone: always possible, never forbidden. */
    public static final Arm NONE = new Arm("none", Channel.NONE, ContactWindow.ANY);

    public Arm {
        if (action.isBlank()) {
            throw new IllegalArgumentException("action is blank: name one, e.g. reminder");
        }
    }

    public boolean isNone() {
        return channel == Channel.NONE;
    }

    @Override
    public int compareTo(Arm other) {
        return toString().compareTo(other.toString());
    }

    /** {@code reminder/sms/evening}. */
    @Override
    public String toString() {
        return action + "/" + channel.code() + "/" + window.code();
    }
}
