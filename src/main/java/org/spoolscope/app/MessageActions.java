package org.spoolscope.app;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.Verb;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.ui.action.ActionDialogs;
import org.spoolscope.ui.action.ActionRequests;
import org.spoolscope.ui.action.Chosen;
import org.spoolscope.ui.action.FollowUp;

/// The way from the pages to the dialogs about actions, which lie over the pages and so are made
/// after them. Without a journal there are none, and nothing is asked. JavaFX thread.
final class MessageActions implements ActionRequests, FollowUp {
    private final Fleet fleet;
    private @Nullable ActionDialogs dialogs;

    MessageActions(Fleet fleet) {
        this.fleet = fleet;
    }

    void use(ActionDialogs made) {
        dialogs = made;
    }

    @Override
    public void ask(Verb verb, Chosen chosen) {
        ActionDialogs known = dialogs;
        if (known != null) {
            known.ask(verb, chosen);
        }
    }

    @Override
    public void flush(List<String> servers, String site) {
        ActionDialogs known = dialogs;
        if (known != null) {
            known.flush(servers, site);
        }
    }

    @Override
    public void ask(Verb verb, ActionRecord interrupted) {
        ask(verb, new LeftOnHold(fleet, interrupted));
    }

    @Override
    public void undo(String action) {
        ActionDialogs known = dialogs;
        if (known != null) {
            known.undo(action);
        }
    }
}
