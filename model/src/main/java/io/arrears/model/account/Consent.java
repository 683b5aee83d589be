package io.arrears.model.account;

/** Consent to a channel, given or withdrawn from an instant on. */
public record Consent(Channel channel, boolean granted, long effectiveMicros, long knownMicros) implements Fact {
    @Override
    public String key() {
        return channel.code() + "@" + effectiveMicros;
    }

    @Override
    public int eventDay() {
        return Days.of(effectiveMicros);
    }
}
