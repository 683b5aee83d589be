package io.arrears.model.scoring;

import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.feature.Feature;
import io.arrears.model.feature.FeatureSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An account's vector with the channel and window of an outbound attempt behind it: what {@link Target#REACH} is learned
 * from and scored on. A window of {@code any} sets no window.
 */
public final class AttemptRow {
    private static final List<Channel> CHANNELS =
            Arrays.stream(Channel.values()).filter(c -> c != Channel.NONE).toList();
    private static final List<ContactWindow> WINDOWS = Arrays.stream(ContactWindow.values())
            .filter(w -> w != ContactWindow.ANY)
            .toList();

    /** How many columns stand behind those of the account. */
    public static final int WIDTH = CHANNELS.size() + WINDOWS.size();

    private AttemptRow() {}

    /** The schema of such rows over that of accounts. */
    public static FeatureSchema schema(FeatureSchema account) {
        List<Feature> features = new ArrayList<>(account.features());
        CHANNELS.forEach(channel -> features.add(flag("attempt_channel_" + channel.code(), "by " + channel.code())));
        WINDOWS.forEach(window -> features.add(flag("attempt_window_" + window.code(), "in the " + window.code())));
        return new FeatureSchema(features);
    }

    private static Feature flag(String name, String how) {
        return new Feature(name, "Whether the attempt is " + how, "0/1", "1 if " + how + " else 0", "never", how);
    }

    /** What follows the vector in a row. */
    public static float[] columns(Channel channel, ContactWindow window) {
        float[] columns = new float[WIDTH];
        int at = CHANNELS.indexOf(channel);
        if (at < 0) {
            throw new IllegalArgumentException("channel none is no attempt: choose one that contacts the debtor");
        }
        columns[at] = 1;
        int windowAt = WINDOWS.indexOf(window);
        if (windowAt >= 0) {
            columns[CHANNELS.size() + windowAt] = 1;
        }
        return columns;
    }

    /** The channel's code in a row of {@link #schema}. */
    public static String channel(float[] row) {
        int from = row.length - WIDTH;
        for (int i = 0; i < CHANNELS.size(); i++) {
            if (row[from + i] == 1) {
                return CHANNELS.get(i).code();
            }
        }
        throw new IllegalArgumentException("a row of an attempt has no channel: write the rows anew");
    }

    /** The window's code. */
    public static String window(float[] row) {
        int from = row.length - WINDOWS.size();
        for (int i = 0; i < WINDOWS.size(); i++) {
            if (row[from + i] == 1) {
                return WINDOWS.get(i).code();
            }
        }
        return ContactWindow.ANY.code();
    }
}
