package org.spoolscope.ui.action;

import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.Verb;

/// What can be done about an action that was carried out. JavaFX thread; calls return at once.
public interface FollowUp {
    /// Takes an action back.
    void undo(String action);

    /// Does something to the messages that an interrupted action left on hold, as far as they still
    /// are. It is shown and confirmed before anything happens.
    void ask(Verb verb, ActionRecord interrupted);
}
