package org.spoolscope.demo.sim;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The messages of one queue, oldest entry first; linked through the messages themselves, so that a
/// large queue costs nothing extra and any message can leave at once.
final class MessageList {
    private @Nullable Message first;
    private @Nullable Message last;
    private int size;

    int size() {
        return size;
    }

    @Nullable Message first() {
        return first;
    }

    void add(Message message) {
        message.previous = last;
        message.next = null;
        if (last == null) {
            first = message;
        } else {
            last.next = message;
        }
        last = message;
        size++;
    }

    void remove(Message message) {
        if (message.previous == null) {
            first = message.next;
        } else {
            message.previous.next = message.next;
        }
        if (message.next == null) {
            last = message.previous;
        } else {
            message.next.previous = message.previous;
        }
        message.previous = null;
        message.next = null;
        size--;
    }

    void forEach(Consumer<Message> action) {
        for (Message message = first; message != null; message = message.next) {
            action.accept(message);
        }
    }
}
