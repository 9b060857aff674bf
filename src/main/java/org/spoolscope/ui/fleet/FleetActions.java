package org.spoolscope.ui.fleet;

import org.spoolscope.model.LinkFailure;

/// What can be done from the Fleet page. JavaFX thread; calls return at once.
public interface FleetActions {
    void open(String server);

    void addServer();

    void edit(String server);

    /// Connects now instead of waiting.
    void tryAgain(String server);

    /// Shows the key to compare, and accepts it when the person says so.
    void acceptKey(String server, LinkFailure.HostKeyUnknown shown);

    /// Shows both keys; there is no way on from there.
    void compareKeys(LinkFailure.HostKeyChanged changed);

    void enterPassphrase(String server, LinkFailure.PassphraseNeeded needed);

    /// Shows what the blocklists say of its addresses.
    void openBlocklists(String server);
}
