package org.spoolscope.ui.blocklist;

import java.util.List;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.model.blocklist.Mute;

/// All that the page tells, at one moment. Immutable.
///
/// @param servers in the order of the fleet
/// @param asked of the addresses that the person asked about
/// @param catalogue all lists there are
public record KnownLists(
        List<OfServer> servers, ListWatch asked, List<Blocklist> catalogue, List<Mute> mutes) {
    static final KnownLists NOTHING =
            new KnownLists(List.of(), ListWatch.NONE, List.of(), List.of());

    /// What is known of one server's addresses.
    ///
    /// @param server its name
    public record OfServer(String server, ListWatch watch) {}

    public KnownLists {
        servers = List.copyOf(servers);
        catalogue = List.copyOf(catalogue);
        mutes = List.copyOf(mutes);
    }
}
