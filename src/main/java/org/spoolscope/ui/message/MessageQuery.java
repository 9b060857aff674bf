package org.spoolscope.ui.message;

import org.spoolscope.model.DisplayText;
import org.spoolscope.model.QueueId;

/// Which messages are asked for.
///
/// @param server its name, or empty for all servers
/// @param term a queue id, a Message-ID or an address; may be empty
public record MessageQuery(String server, String term) {
    static final MessageQuery NOTHING = new MessageQuery("", "");

    /// The term for people, who may be named by it.
    static DisplayText shown(String term) {
        return QueueId.isValid(term) ? DisplayText.of(term) : DisplayText.ofPerson(term);
    }

    boolean isEmpty() {
        return term.isBlank();
    }
}
