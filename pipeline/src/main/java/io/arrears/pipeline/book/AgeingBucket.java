package io.arrears.pipeline.book;

import io.arrears.model.account.Flag;
import io.arrears.model.account.FlagKind;
import java.util.List;

/** Where an account stands: its whole balance in the bucket of its oldest open item, or why it is no longer in one. */
public enum AgeingBucket {
    CURRENT("CURRENT"),
    DAYS_1_30("1-30"),
    DAYS_31_60("31-60"),
    DAYS_61_90("61-90"),
    DAYS_91_120("91-120"),
    DAYS_121_PLUS("121+"),
    PAID("PAID"),
    CHARGED_OFF("CHARGED_OFF"),
    SOLD("SOLD");

    private final String code;

    AgeingBucket(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static AgeingBucket of(List<Flag> flags, long openMinor, int daysPastDue, int day) {
        if (isFlagged(flags, FlagKind.SOLD, day)) {
            return SOLD;
        }
        if (isFlagged(flags, FlagKind.CHARGED_OFF, day)) {
            return CHARGED_OFF;
        }
        return openMinor == 0 ? PAID : ofDaysPastDue(daysPastDue);
    }

    /** Of an account that owes. */
    public static AgeingBucket ofDaysPastDue(int days) {
        if (days == 0) {
            return CURRENT;
        }
        AgeingBucket[] late = {DAYS_1_30, DAYS_31_60, DAYS_61_90, DAYS_91_120, DAYS_121_PLUS};
        return late[Math.min((days - 1) / 30, late.length - 1)];
    }

    private static boolean isFlagged(List<Flag> flags, FlagKind kind, int day) {
        return flags.stream().anyMatch(flag -> flag.kind() == kind && flag.isInForceOn(day));
    }
}
