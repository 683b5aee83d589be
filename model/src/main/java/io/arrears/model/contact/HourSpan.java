package io.arrears.model.contact;

/** Minutes of a local day: from {@code fromMinute} until just before {@code toMinute}, at most 1440. */
record HourSpan(int fromMinute, int toMinute) {
    static final HourSpan WHOLE_DAY = new HourSpan(0, 1440);
    static final HourSpan CLOSED = new HourSpan(0, 0);

    HourSpan meet(HourSpan other) {
        return fromMinute >= other.fromMinute && toMinute <= other.toMinute
                ? this
                : new HourSpan(Math.max(fromMinute, other.fromMinute), Math.min(toMinute, other.toMinute));
    }

    boolean isEmpty() {
        return fromMinute >= toMinute;
    }
}
