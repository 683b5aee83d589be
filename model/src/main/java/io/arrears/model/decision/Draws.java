package io.arrears.model.decision;

import io.arrears.model.account.AccountId;
import io.arrears.model.account.Days;
import io.arrears.model.policy.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The random numbers of one account on one day, each uniform in [0, 1): functions of account, date and salt alone, so
 * that a rerun, a restart or another machine draws the same.
 *
 * @param holdout decides the permanent hold-out; the same on every day
 * @param explore decides whether chance chooses the arm
 * @param pick which arm chance chooses
 */
public record Draws(double holdout, double explore, double pick) {
    public static Draws of(AccountId account, int day, String salt) {
        String dated = salt + "|" + account.value() + "|" + Days.date(day);
        return new Draws(
                uniform("holdout|" + salt + "|" + account.value()),
                uniform("explore|" + dated),
                uniform("pick|" + dated));
    }

    /** Uniform in [0, 1), the same on every day and under every salt: which accounts a live test treats otherwise. */
    public static double ofAccount(AccountId account) {
        return uniform("account|" + account.value());
    }

    /** The first 53 bits of a SHA-256, as a fraction. */
    private static double uniform(String text) {
        byte[] hash = Digest.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53;
    }
}
