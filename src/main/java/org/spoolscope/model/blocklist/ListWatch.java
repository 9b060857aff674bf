package org.spoolscope.model.blocklist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of one server's addresses and the blocklists.
///
/// @param addresses those that are checked
/// @param note what is to be said of the addresses, such as that they are behind NAT; or empty
/// @param resolver who is asked, for people; empty before anyone was
/// @param lists that are asked, in the order of the catalogue
/// @param standings one for each address and list that was asked
/// @param history what has changed, the newest first
/// @param refusals what receivers said in the log, the most first
/// @param checkedAt when the last check ended; null before the first
/// @param underWay whether a check runs just now
/// @param trouble why nothing can be asked; empty when it can
public record ListWatch(
        List<CheckedAddress> addresses,
        String note,
        String resolver,
        List<Blocklist> lists,
        List<ListStanding> standings,
        List<ListChange> history,
        List<ListRefusals> refusals,
        @Nullable Instant checkedAt,
        boolean underWay,
        String trouble) {
    /// Nothing was asked.
    public static final ListWatch NONE =
            new ListWatch(
                    List.of(), "", "", List.of(), List.of(), List.of(), List.of(), null, false, "");

    public ListWatch {
        addresses = List.copyOf(addresses);
        lists = List.copyOf(lists);
        standings = List.copyOf(standings);
        history = List.copyOf(history);
        refusals = List.copyOf(refusals);
    }

    /// How many addresses are named by how many lists, as a source of unwanted mail; without what
    /// is muted.
    public long listed() {
        return standings.stream().filter(one -> one.isListed() && !one.muted()).count();
    }

    /// The same with these listings muted, and no other.
    public ListWatch muting(List<Mute> mutes) {
        if (mutes.isEmpty() && standings.stream().noneMatch(ListStanding::muted)) {
            return this;
        }
        return new ListWatch(
                addresses,
                note,
                resolver,
                lists,
                standings.stream()
                        .map(one ->
                                one.muted(mutes.stream().anyMatch(mute -> mute.is(one.check()))))
                        .toList(),
                history,
                refusals,
                checkedAt,
                underWay,
                trouble);
    }

    /// The same while a check runs, or after it.
    public ListWatch underWay(boolean now) {
        return new ListWatch(
                addresses, note, resolver, lists, standings, history, refusals, checkedAt, now,
                trouble);
    }

    /// The same with what receivers said.
    public ListWatch refused(List<ListRefusals> said) {
        return new ListWatch(
                addresses, note, resolver, lists, standings, history, said, checkedAt, underWay,
                trouble);
    }

    /// The same when nothing could be asked.
    public ListWatch failed(String why) {
        return new ListWatch(
                addresses, note, resolver, lists, standings, history, refusals, checkedAt, false,
                why);
    }
}
