package org.spoolscope.ui.blocklist;

import java.util.Locale;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.ListRefusals;

/// How receivers call a list, which is not always as the catalogue does.
final class ListNames {
    private ListNames() {}

    /// Whether a reply may mean the list that it names: it is called so, its zone is, or both begin
    /// with the same word, as `Spamhaus XBL` and `Spamhaus ZEN`, which holds it.
    static boolean means(ListRefusals reply, Blocklist list) {
        String name = reply.list().toLowerCase(Locale.ROOT);
        return name.equals(list.zone().toLowerCase(Locale.ROOT))
                || firstWord(name).equals(firstWord(list.name().toLowerCase(Locale.ROOT)));
    }

    private static String firstWord(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }
}
