package org.spoolscope.ui.server;

import java.util.List;
import org.spoolscope.model.LinkFailure;

/// Notes what the page asks for.
record AskedActions(List<String> asked) implements ServerView.Actions {
    @Override
    public void listNow(String server) {
        asked.add("list " + server);
    }

    @Override
    public void pause(String server) {
        asked.add("pause " + server);
    }

    @Override
    public void resume(String server) {
        asked.add("resume " + server);
    }

    @Override
    public void tryAgain(String server) {
        asked.add("again " + server);
    }

    @Override
    public void edit(String server) {
        asked.add("edit " + server);
    }

    @Override
    public void remove(String server) {
        asked.add("remove " + server);
    }

    @Override
    public void openQueue(String server) {
        asked.add("queue " + server);
    }

    @Override
    public void acceptKey(String server, LinkFailure.HostKeyUnknown shown) {
        asked.add("accept " + server);
    }

    @Override
    public void enterPassphrase(String server, LinkFailure.PassphraseNeeded needed) {
        asked.add("passphrase " + server);
    }

    @Override
    public void openBlocklists(String server) {
        asked.add("blocklists " + server);
    }
}
