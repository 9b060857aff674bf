package org.spoolscope.postfix.queue;

import org.jspecify.annotations.Nullable;
import org.spoolscope.model.ListingCause;
import org.spoolscope.model.QueueListing;

/// The listing of an instance that is under way, and one that has ended and waits until the log has
/// been read so far: what lines told since each began.
final class Listings {
    private @Nullable ListingWindow running;
    private @Nullable ListingWindow waiting;

    /// The time of the line that is being taken, where it was written long before it was read; else
    /// later than any listing began.
    private long written = Long.MAX_VALUE;

    /// What is told next was written then.
    void writtenAt(long micros) {
        written = micros;
    }

    /// What is told next has just happened.
    void justNow() {
        written = Long.MAX_VALUE;
    }

    void began(ListingWindow window) {
        running = window;
    }

    void failed() {
        running = null;
    }

    /// The one that began last has ended. It is of no use while the one before waits: the log is
    /// behind.
    ///
    /// @param due see [ListingWindow#listed]
    void listed(QueueListing listing, long due) {
        ListingWindow window = running;
        running = null;
        if (window != null && waiting == null) {
            window.listed(listing, due);
            waiting = window;
        }
    }

    /// The one that waits, once the log has been read up to that time; it waits no longer then.
    @Nullable ListingWindow takeDue(long micros) {
        ListingWindow window = waiting;
        if (window == null || !window.isDue(micros)) {
            return null;
        }
        waiting = null;
        return window;
    }

    boolean isWaiting() {
        return waiting != null;
    }

    /// Whether there are any.
    boolean areUnderWay() {
        return running != null || waiting != null;
    }

    /// More has happened than can be remembered.
    void giveUp() {
        running = null;
        waiting = null;
    }

    /// A line was about a message.
    ///
    /// @param how see [ListingWindow]
    /// @return whether it can be remembered
    boolean touch(String id, byte how) {
        boolean remembered = touch(running, id, how);
        return touch(waiting, id, how) && remembered;
    }

    private boolean touch(@Nullable ListingWindow window, String id, byte how) {
        return window == null || window.isAfter(written) || window.touch(id, how);
    }

    /// Another one is called for by what happened after they began.
    void want(ListingCause cause) {
        want(running, cause);
        want(waiting, cause);
    }

    private void want(@Nullable ListingWindow window, ListingCause cause) {
        if (window != null && !window.isAfter(written)) {
            window.want(cause);
        }
    }

    /// Whether any of them had begun by then.
    boolean hadBegun() {
        return running != null && !running.isAfter(written)
                || waiting != null && !waiting.isAfter(written);
    }
}
