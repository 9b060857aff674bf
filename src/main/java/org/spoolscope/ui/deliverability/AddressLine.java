package org.spoolscope.ui.deliverability;

import java.util.List;
import java.util.stream.Collectors;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.ListStanding;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.monitor.lookup.SendingAddress;
import org.spoolscope.ui.control.Tone;

/// What the blocklists say of an address that the server sends from, in a line.
///
/// @param why how the address was found
record AddressLine(DisplayText address, DisplayText why, Tone tone, DisplayText lists) {
    private static final int MOST_NAMED = 3;

    /// Never well without an answer.
    static AddressLine of(SendingAddress sending, ListWatch watch) {
        String address = sending.address().toString();
        List<ListStanding> standings =
                watch.standings().stream()
                        .filter(one -> one.check().subject().equals(address))
                        .toList();
        List<String> listed =
                standings.stream()
                        .filter(ListStanding::isListed)
                        .map(one -> one.check().list())
                        .toList();
        long answered = standings.stream().filter(one -> one.answer() != null).count();
        if (!listed.isEmpty()) {
            return line(sending, Tone.BAD, Words.get("deliverability.page.listed", named(listed)));
        }
        if (answered > 0) {
            return line(
                    sending,
                    Tone.OK,
                    Words.get(
                            "deliverability.page.not-listed",
                            Figures.count(answered),
                            Figures.count(standings.size())));
        }
        return line(sending, Tone.OFF, Words.get("deliverability.page.lists-unknown"));
    }

    private static AddressLine line(SendingAddress sending, Tone tone, DisplayText lists) {
        return new AddressLine(
                DisplayText.of(sending.address().toString()), sending.evidence(), tone, lists);
    }

    private static String named(List<String> lists) {
        String names = lists.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = lists.size() - MOST_NAMED;
        return more <= 0
                ? names
                : Words.get("deliverability.page.listed.more", names, Figures.count(more))
                        .toString();
    }
}
