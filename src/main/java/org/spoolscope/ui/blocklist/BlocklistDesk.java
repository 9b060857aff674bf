package org.spoolscope.ui.blocklist;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.model.blocklist.Mute;

/// What stands behind the page and is no server's: the catalogue, what the person has muted, and
/// the addresses asked about by hand. JavaFX thread; calls return at once, and what comes of them
/// is seen in later answers.
public interface BlocklistDesk {
    /// All lists there are, the closed ones and those that are not asked among them.
    List<Blocklist> catalogue();

    /// The names of those that are asked.
    Set<String> chosen();

    /// The names of those that are asked where the person has not chosen.
    Set<String> usual();

    /// Whether no key is missing.
    boolean canBeAsked(Blocklist list);

    List<Mute> mutes();

    /// Of the addresses that the person asked about; not of any server.
    ListWatch asked();

    /// Asks all lists about all servers' addresses anew.
    void checkNow();

    /// Asks all lists about one address.
    ///
    /// @param address IPv4 or IPv6, as typed
    void check(String address);

    /// How often they are asked about each server.
    Duration every();

    /// Has these lists be asked from now on, and no other.
    ///
    /// @param lists their names
    /// @param every how often, about each server
    void choose(Set<String> lists, Duration every);

    void mute(List<Mute> mutes);

    void unmute(List<Mute> mutes);
}
