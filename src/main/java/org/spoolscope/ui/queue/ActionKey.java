package org.spoolscope.ui.queue;

import java.util.Arrays;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.Verb;

/// The actions on messages in the order in which they are offered, and the key of each, which it
/// has while the table has the focus.
enum ActionKey {
    HOLD(Verb.HOLD, KeyCode.H),
    RELEASE(Verb.RELEASE, KeyCode.L),
    RETRY(Verb.RETRY, KeyCode.R),
    REQUEUE(Verb.REQUEUE, KeyCode.Q),
    EXPIRE(Verb.EXPIRE, KeyCode.E),
    DELETE(Verb.DELETE, KeyCode.DELETE);

    private final Verb verb;
    private final KeyCode code;

    ActionKey(Verb verb, KeyCode code) {
        this.verb = verb;
        this.code = code;
    }

    Verb verb() {
        return verb;
    }

    /// As it stands on the key.
    DisplayText cap() {
        return this == DELETE
                ? Words.get("queue.action.delete-key")
                : DisplayText.of(code.getName());
    }

    /// What is on the button.
    DisplayText label() {
        return Words.get("queue.action." + verb.label());
    }

    /// The action that a pressed key asks for.
    static Optional<Verb> of(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return Optional.empty();
        }
        return Arrays.stream(values())
                .filter(key -> key.code == event.getCode())
                .map(ActionKey::verb)
                .findFirst();
    }
}
