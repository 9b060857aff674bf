package org.spoolscope.ui.blocklist;

import java.util.Locale;

/// How receivers call a list, which is not always as the catalogue does.
final class ListNames {
    private ListNames() {}

    /// Whether a reply that names `named` may mean the list: it is called so, its zone is, or both
    /// begin with the same word, as `Spamhaus XBL` and `Spamhaus ZEN`, which holds it.
    static boolean means(String named, String list, String zone) {
        String name = named.toLowerCase(Locale.ROOT);
        return name.equals(zone.toLowerCase(Locale.ROOT))
                || firstWord(name).equals(firstWord(list.toLowerCase(Locale.ROOT)));
    }

    private static String firstWord(String name) {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }
}
