package org.spoolscope.postfix.queue;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.ListingCause;
import org.spoolscope.model.QueueListing;

/// What the log told since a listing began. The listing is no snapshot: what it shows of those
/// messages may be older than the lines, or newer.
final class ListingWindow {
    /// A line was about the message.
    static final byte TOLD = 0;

    /// It went to another queue.
    static final byte MOVED = 1;

    /// It is not there any more.
    static final byte ENDED = 2;

    private static final int MOST = 1 << 18;

    /// Lines before that time are about what was before the listing.
    private final long began;

    private final Map<String, Byte> touched = new HashMap<>();
    private final Set<String> settling = new HashSet<>();
    private final Set<ListingCause> wanted = EnumSet.noneOf(ListingCause.class);
    private @Nullable QueueListing listing;
    private long due;

    /// @param began by the log's clock, the earliest that it may have been
    ListingWindow(long began) {
        this.began = began;
    }

    /// Whether a line was written before the listing began.
    boolean isAfter(long micros) {
        return micros < began;
    }

    /// It was put off just before: the listing may find it where it was.
    void settles(String id) {
        settling.add(id);
    }

    boolean isSettling(String id) {
        return settling.contains(id);
    }

    /// A line was about a message.
    ///
    /// @param how one of the constants
    /// @return whether it can be remembered
    boolean touch(String id, byte how) {
        touched.merge(id, how, (one, other) -> (byte) (one | other));
        return touched.size() <= MOST;
    }

    boolean isTouched(String id) {
        return touched.containsKey(id);
    }

    /// Whether a line told which queue it went to.
    boolean hasMoved(String id) {
        return (touched.getOrDefault(id, TOLD) & MOVED) != 0;
    }

    /// Whether the message that is listed under that id is gone, whatever has the id now.
    boolean hasEnded(String id) {
        return (touched.getOrDefault(id, TOLD) & ENDED) != 0;
    }

    /// Another listing is called for.
    void want(ListingCause cause) {
        wanted.add(cause);
    }

    Set<ListingCause> wanted() {
        return wanted;
    }

    /// The listing has ended.
    ///
    /// @param micros when the log has been read for long enough, by its own time
    void listed(QueueListing told, long micros) {
        listing = told;
        due = micros;
    }

    @Nullable QueueListing listing() {
        return listing;
    }

    boolean isDue(long micros) {
        return micros > due;
    }
}
