package org.spoolscope.ui.message;

/// Which messages are asked for.
///
/// @param server its name, or empty for all servers
/// @param term a queue id, a Message-ID or an address; may be empty
public record MessageQuery(String server, String term) {
    static final MessageQuery NOTHING = new MessageQuery("", "");

    boolean isEmpty() {
        return term.isBlank();
    }
}
