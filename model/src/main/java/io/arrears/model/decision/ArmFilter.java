package io.arrears.model.decision;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import org.jspecify.annotations.Nullable;

/** Which arms a clause is about: those that agree with every part that is given. */
public record ArmFilter(
        @Nullable String action,
        @Nullable Channel channel,
        @Nullable ContactWindow window) {
    public static final ArmFilter ALL = new ArmFilter(null, null, null);

    public boolean matches(Arm arm) {
        return (action == null || action.equals(arm.action()))
                && (channel == null || channel == arm.channel())
                && (window == null || window == arm.window());
    }
}
