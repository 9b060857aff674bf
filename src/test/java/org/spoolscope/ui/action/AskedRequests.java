package org.spoolscope.ui.action;

import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.action.Verb;

/// What a page asked for, as lines such as `hold mail1/4jY… mail2/…` and `flush mail1,mail2 SITE`.
public final class AskedRequests implements ActionRequests {
    public final List<String> asked = new ArrayList<>();

    @Override
    public void ask(Verb verb, Chosen chosen) {
        StringBuilder line = new StringBuilder(verb.label());
        chosen.forEach((server, message) ->
                line.append(' ').append(server).append('/').append(message.id()));
        asked.add(line.toString());
    }

    @Override
    public void flush(List<String> servers, String site) {
        asked.add(("flush " + String.join(",", servers) + " " + site).strip());
    }
}
