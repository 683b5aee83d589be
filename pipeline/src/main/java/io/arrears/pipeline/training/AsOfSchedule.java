package io.arrears.pipeline.training;

import java.util.ArrayList;
import java.util.List;

/** The days on which training rows are taken. */
final class AsOfSchedule {
    private static final int STEP_DAYS = 30;
    private static final int MOST = 18;

    private AsOfSchedule() {}

    /**
     * Every thirtieth day before {@code asOfDay}, oldest first: the newest one's payment outcome is just known, the
     * oldest has at least 30 days of history, and there are at most 18.
     *
     * @param payDays horizon of payments
     */
    static List<Integer> before(int asOfDay, int firstDay, int payDays) {
        List<Integer> days = new ArrayList<>();
        for (int day = asOfDay - payDays; day >= firstDay + STEP_DAYS && days.size() < MOST; day -= STEP_DAYS) {
            days.add(0, day);
        }
        return days;
    }
}
