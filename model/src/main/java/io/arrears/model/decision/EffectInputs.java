package io.arrears.model.decision;

import io.arrears.model.account.Arm;
import io.arrears.model.account.Channel;
import io.arrears.model.account.ContactWindow;
import io.arrears.model.account.ReceivableType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the trees of {@link EffectForests} look at: one number per name, NaN where missing. Thread-safe. */
public final class EffectInputs {
    private final List<String> actions;
    private final List<String> names;

    /** @param actions of the log, each an input of its own; any other action is none of them */
    public EffectInputs(List<String> actions) {
        this.actions = List.copyOf(actions);
        this.names = names(actions);
    }

    private static List<String> names(List<String> actions) {
        List<String> names = new ArrayList<>(List.of("base", "days_past_due", "kept", "broken", "reach"));
        Stream.of(ReceivableType.values()).forEach(type -> names.add("type:" + type.code()));
        Stream.of(ContactWindow.values()).forEach(window -> names.add("window:" + window.code()));
        Stream.of(Channel.values()).forEach(channel -> names.add("channel:" + channel.code()));
        actions.forEach(action -> names.add("action:" + action));
        names.addAll(ResponseTraits.FEATURES);
        return List.copyOf(names);
    }

    public List<String> names() {
        return names;
    }

    /**
     * An arm in a context.
     *
     * @param reach probability of meeting the right party; not looked at for {@code none}
     */
    public float[] of(Arm arm, ResponseContext context, double reach) {
        float[] values = new float[names.size()];
        int at = 0;
        values[at++] = (float) ResponseTerms.logit(context.basePayProbability());
        values[at++] = context.daysPastDue();
        values[at++] = (float) Moderator.KEPT.valueIn(context, reach);
        values[at++] = (float) Moderator.BROKEN.valueIn(context, reach);
        values[at++] = arm.isNone() ? Float.NaN : (float) reach;
        values[at + context.type().ordinal()] = 1;
        at += ReceivableType.values().length;
        values[at + arm.window().ordinal()] = 1;
        at += ContactWindow.values().length;
        values[at + arm.channel().ordinal()] = 1;
        at += Channel.values().length;
        int action = actions.indexOf(arm.action());
        if (action >= 0) {
            values[at + action] = 1;
        }
        at += actions.size();
        for (int trait = 0; trait < ResponseTraits.FEATURES.size(); trait++) {
            values[at + trait] = (float) context.trait(trait);
        }
        return values;
    }
}
