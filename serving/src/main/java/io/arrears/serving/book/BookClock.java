package io.arrears.serving.book;

import io.arrears.model.account.Days;
import java.time.Clock;
import java.time.LocalDate;

/**
 * What time it is for a book. A book published lately is live: its time is the clock's. An older one, such as a sample
 * from years ago, stands still on its as-of day: else every account would look years overdue.
 */
public final class BookClock {
    /** So many days after its as-of day a book is still live: a weekend without a publish. */
    static final int LIVE_DAYS = 4;

    private final Clock clock;

    public BookClock(Clock clock) {
        this.clock = clock;
    }

    /** When what comes in now counts as known, in microseconds. */
    public long nowMicros(LocalDate asOf) {
        long wall = Days.micros(clock.instant());
        return isLive(asOf, wall) ? wall : Days.startMicros(Days.of(asOf)) + wall - Days.startMicros(Days.of(wall));
    }

    /** The instant of knowledge of an answer about an account without live events. */
    public long answerMicros(LocalDate asOf) {
        long wall = Days.micros(clock.instant());
        return isLive(asOf, wall) ? wall : Days.startMicros(Days.of(asOf));
    }

    private static boolean isLive(LocalDate asOf, long wallMicros) {
        int age = Days.of(wallMicros) - Days.of(asOf);
        return age >= 0 && age <= LIVE_DAYS;
    }
}
