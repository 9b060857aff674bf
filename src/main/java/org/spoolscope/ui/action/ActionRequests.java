package org.spoolscope.ui.action;

import java.util.List;
import org.spoolscope.model.action.Verb;

/// What a page asks to be done to messages. Each is shown and confirmed before anything happens.
/// JavaFX thread; calls return at once.
public interface ActionRequests {
    /// Does something to messages.
    ///
    /// @param verb any but [Verb#FLUSH]
    void ask(Verb verb, Chosen chosen);

    /// Tries what is deferred again.
    ///
    /// @param servers their names, at least one
    /// @param site the one domain to try, or empty for all
    void flush(List<String> servers, String site);
}
