package io.arrears.model.account;

import java.util.Arrays;

/**
 * How a {@link Ledger} came to stand as it does: what was past due at the end of any day replayed, without a second
 * replay. Grows with the ledger.
 */
public final class LedgerTrail {
    private static final int NOTHING_OPEN = Integer.MAX_VALUE;
    private static final int FIRST_CAPACITY = 32;

    /** What moved the open amount of an item: its day, the item's due day, how much it rose by. */
    private int[] moveDays = new int[FIRST_CAPACITY];

    private int[] moveDueDays = new int[FIRST_CAPACITY];
    private long[] moveMinor = new long[FIRST_CAPACITY];
    private int moves;

    /** Days with events, ascending, and the due day of the oldest open item at the end of each. */
    private int[] stepDays = new int[FIRST_CAPACITY];

    private int[] stepDueDays = new int[FIRST_CAPACITY];
    private int steps;

    LedgerTrail() {}

    void move(int day, LedgerItem item, long minor) {
        if (moves == moveDays.length) {
            moveDays = Arrays.copyOf(moveDays, 2 * moves);
            moveDueDays = Arrays.copyOf(moveDueDays, 2 * moves);
            moveMinor = Arrays.copyOf(moveMinor, 2 * moves);
        }
        moveDays[moves] = day;
        moveDueDays[moves] = item.invoice().dueDay();
        moveMinor[moves++] = minor;
    }

    /** How the ledger stands after an event of {@code day}; {@code oldestDueDay} is the maximum when nothing is open. */
    void step(int day, int oldestDueDay) {
        if (steps == 0 || stepDays[steps - 1] != day) {
            if (steps == stepDays.length) {
                stepDays = Arrays.copyOf(stepDays, 2 * steps);
                stepDueDays = Arrays.copyOf(stepDueDays, 2 * steps);
            }
            stepDays[steps++] = day;
        }
        stepDueDays[steps - 1] = oldestDueDay;
    }

    /** The open amount whose due day was before {@code day}, at the end of {@code day}. */
    public long pastDueMinor(int day) {
        long sum = 0;
        for (int i = 0; i < moves && moveDays[i] <= day; i++) {
            if (moveDueDays[i] < day) {
                sum += moveMinor[i];
            }
        }
        return sum;
    }

    /** The highest days past due at the end of a day from one through another, both included. */
    public int worstDaysPastDue(int fromDay, int throughDay) {
        int worst = 0;
        int end = throughDay;
        for (int i = steps - 1; i >= 0 && end >= fromDay; i--) {
            if (stepDays[i] <= end) {
                worst = Math.max(worst, daysPastDue(i, end));
                end = stepDays[i] - 1;
            }
        }
        return worst;
    }

    /** The number of days from one through another, both included, that ended with something past due. */
    public int pastDueDays(int fromDay, int throughDay) {
        int days = 0;
        int end = throughDay;
        for (int i = steps - 1; i >= 0 && end >= fromDay; i--) {
            if (stepDays[i] <= end) {
                int start = Math.max(fromDay, stepDays[i]);
                days += Math.min(daysPastDue(i, end), end - start + 1);
                end = stepDays[i] - 1;
            }
        }
        return days;
    }

    private int daysPastDue(int step, int day) {
        return stepDueDays[step] == NOTHING_OPEN ? 0 : Math.max(0, day - stepDueDays[step]);
    }
}
