package org.spoolscope.ui.blocklist;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Blocklist;

/// A list that is not asked, and why.
///
/// @param dead whether it is closed
record AbsentList(Blocklist list, boolean dead, DisplayText why) {
    /// Those of the catalogue that no server asks, the closed ones last.
    static List<AbsentList> of(KnownLists known) {
        Set<String> asked = new HashSet<>();
        known.servers().forEach(one -> one.watch().lists().forEach(list -> asked.add(list.name())));
        known.asked().lists().forEach(list -> asked.add(list.name()));
        List<AbsentList> off = new ArrayList<>();
        List<AbsentList> dead = new ArrayList<>();
        for (Blocklist list : known.catalogue()) {
            if (list.dead()) {
                dead.add(new AbsentList(list, true, why("dead", list)));
            } else if (!asked.contains(list.name())) {
                off.add(new AbsentList(list, false, why(list.isKeyed() ? "key" : "off", list)));
            }
        }
        off.addAll(dead);
        return off;
    }

    private static DisplayText why(String key, Blocklist list) {
        return list.note().isEmpty()
                ? Words.get("blocklist.absent." + key)
                : Words.get("blocklist.absent." + key + ".note", list.note());
    }
}
