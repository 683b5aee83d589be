package io.arrears.pipeline.sample;

import java.util.ArrayDeque;
import java.util.Deque;

/** Days of the latest outbound contacts of one account. */
final class RecentContacts {
    private final Deque<Integer> days = new ArrayDeque<>(4);

    void add(int day) {
        days.addLast(day);
    }

    /** Contacts in the days that still tire, today not counted. */
    int before(int day) {
        days.removeIf(earlier -> earlier < day - Influence.FATIGUE_DAYS);
        return (int) days.stream().filter(earlier -> earlier < day).count();
    }
}
