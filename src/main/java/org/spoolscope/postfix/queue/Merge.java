package org.spoolscope.postfix.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.spoolscope.model.ListingCause;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Reconciliation;

/// Brings a listing and the log together: of messages that no line was about since the listing
/// began the listing is right, of the others the lines are.
final class Merge {
    private final OpenEntries entries;
    private final QueueTable ours;
    private final QueueListing listing;
    private final ListingWindow window;
    private final List<QueueId> sample = new ArrayList<>();
    private int added;
    private int waiting;
    private int vanished;
    private int changed;
    private boolean doubtful;

    /// @param ours all that is stored of what the log told
    Merge(OpenEntries entries, QueueTable ours, QueueListing listing, ListingWindow window) {
        this.entries = entries;
        this.ours = ours;
        this.listing = listing;
        this.window = window;
    }

    /// What had to be put right.
    Reconciliation run(Set<ListingCause> explanations) {
        QueueTable listed = listing.messages();
        int[] rowsOfOurs = listed.rowsIn(ours);
        for (int row = 0; row < rowsOfOurs.length; row++) {
            QueuedMessage message = listed.message(row);
            String id = message.id().value();
            if (window.isTouched(id)) {
                touched(message);
            } else if (rowsOfOurs[row] < 0) {
                entries.replace(message);
                add(message);
            } else {
                untouched(message, ours.message(rowsOfOurs[row]));
            }
        }
        if (listing.notUnderstood() == 0) {
            vanish(ours.rowsIn(listed));
        }
        doubtful |= entries.haveParts();
        return new Reconciliation(
                listing.taken(), added, waiting, vanished, changed, sample, explanations);
    }

    /// Whether lines were about messages that were not listed, or of which it is still not known
    /// how far their delivery is.
    boolean isDoubtful() {
        return doubtful;
    }

    private void touched(QueuedMessage row) {
        String id = row.id().value();
        if (window.hasEnded(id)) {
            return;
        }
        Entry entry = entries.find(id);
        if (entry == null) {
            // Only that it is about to come was told.
            entries.replace(row);
            add(row);
            return;
        }
        if (!entry.isShown()) {
            add(row);
        }
        boolean isHeldNow = row.queue() == QueueName.HOLD;
        if (!window.hasMoved(id) && (entry.isHeld() != isHeldNow || entry.isIncoming())) {
            // Attempts go on while a message is held: their lines do not tell. That it is incoming
            // was only ever told by a listing.
            entry.move(row.queue());
        }
        entry.complete(row);
        entries.sure(id);
        doubtful |= entry.mayBeDeferred();
    }

    private void untouched(QueuedMessage row, QueuedMessage before) {
        if (row.queue() == QueueName.ACTIVE
                && before.queue() == QueueName.DEFERRED
                && window.isSettling(row.id().value())) {
            return;
        }
        QueuedMessage merged = Entry.merged(row, before, entries.isArrivalKnown(row.id().value()));
        if (!merged.equals(before)) {
            entries.replace(merged);
        }
        entries.sure(row.id().value());
        if (merged.queue() != before.queue() || merged.forcedExpire() != before.forcedExpire()) {
            changed++;
            sample(row.id());
        }
    }

    private void vanish(int[] rowsInListed) {
        for (int row = 0; row < rowsInListed.length; row++) {
            if (rowsInListed[row] < 0) {
                QueuedMessage message = ours.message(row);
                QueueId id = message.id();
                if (!window.isTouched(id.value())) {
                    entries.remove(id.value());
                    vanished++;
                    sample(id);
                } else {
                    doubtful |= message.size() == QueuedMessage.UNKNOWN_SIZE;
                }
            }
        }
    }

    private void add(QueuedMessage row) {
        added++;
        if (row.queue() == QueueName.INCOMING || row.queue() == QueueName.MAILDROP) {
            waiting++;
        } else {
            sample(row.id());
        }
    }

    private void sample(QueueId id) {
        if (sample.size() < Reconciliation.SAMPLE) {
            sample.add(id);
        }
    }
}
