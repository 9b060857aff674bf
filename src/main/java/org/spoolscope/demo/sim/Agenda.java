package org.spoolscope.demo.sim;

import java.util.PriorityQueue;

/// What happens when: the events of one simulated host, in order of time, and of their making where
/// two fall on the same microsecond. Times are microseconds since 1970.
final class Agenda {
    static final long MILLI = 1_000;
    static final long SECOND = 1_000_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long now;
    private long sequence;

    Agenda(long start) {
        now = start;
    }

    long now() {
        return now;
    }

    void at(long time, Runnable action) {
        events.add(new Event(Math.max(time, now), sequence++, action));
    }

    void in(long delay, Runnable action) {
        at(now + delay, action);
    }

    /// Does everything up to and including `time`. Going back in time does nothing.
    void runUntil(long time) {
        for (Event next = events.peek(); next != null && next.time <= time; next = events.peek()) {
            events.remove();
            now = next.time;
            next.action.run();
        }
        now = Math.max(now, time);
    }

    private record Event(long time, long sequence, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(time, other.time);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }
}
