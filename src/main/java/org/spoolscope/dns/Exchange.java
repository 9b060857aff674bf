package org.spoolscope.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A question under way to a resolver. Threading: for the [ExchangeLoop]'s thread alone, but for
/// the reply, which anyone may cancel.
final class Exchange {
    /// What was last done for it.
    enum Stage {
        WAITING,
        ASKED,
        ASKED_AGAIN,
        ASKED_OVER_TCP,
        DONE
    }

    final DnsQuestion question;
    final CompletableFuture<DnsReply> reply = new CompletableFuture<>();
    private final List<Place> places = new ArrayList<>(2);

    Stage stage = Stage.WAITING;

    /// Without an id, see [Outstanding#add].
    byte[] message;

    /// Whether the message has EDNS.
    boolean edns = true;

    /// When it was first sent, and when something is to be done next, by [System#nanoTime].
    long began;

    long due;

    /// Whether no answer can come but over TCP.
    boolean onlyTcp;

    /// Where an answer to it is waited for.
    private record Place(Outstanding outstanding, int id) {}

    Exchange(DnsQuestion question, byte[] message) {
        this.question = question;
        this.message = message;
    }

    void isWaitedForIn(Outstanding outstanding, int id) {
        places.add(new Place(outstanding, id));
    }

    /// Answers to it are passed over from now on.
    void leave() {
        places.forEach(place -> place.outstanding().remove(place.id()));
        places.clear();
    }
}
