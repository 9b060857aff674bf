package org.spoolscope.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.summary.Summary;

/// The totals for people, the lists of the most frequent below them.
final class SummaryRows {
    private static final int NAME = 140;

    private final Terminal terminal;
    private final DateTimeFormatter times;

    SummaryRows(Terminal terminal, ZoneId zone) {
        this.terminal = terminal;
        times = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx").withZone(zone);
    }

    void print(Summary summary) {
        row("first", time(summary.first()));
        row("last", time(summary.last()));
        count("lines", summary.lines());
        count("foreign", summary.foreign());
        count("other", summary.other());
        terminal.print(DisplayText.EMPTY);
        count("received", summary.received());
        count("delivered", summary.delivered());
        count("forwarded", summary.forwarded());
        count("deferred", summary.deferred());
        count("deferrals", summary.deferrals());
        count("bounced", summary.bounced());
        count("rejected", summary.rejected());
        count("reject_warnings", summary.rejectWarnings());
        count("held", summary.held());
        count("discarded", summary.discarded());
        row("bytes_received", Figures.bytes(summary.bytesReceived()));
        row("bytes_delivered", Figures.bytes(summary.bytesDelivered()));
        count("senders", summary.senders());
        count("recipients", summary.recipients());
        list("top_senders", summary.topSenders());
        list("top_recipients", summary.topRecipients());
        list("top_domains", summary.topDomains());
        list("top_deferrals", summary.topDeferrals());
        list("top_bounces", summary.topBounces());
        list("top_rejects", summary.topRejects());
    }

    private String time(@Nullable Instant time) {
        return time == null ? "" : times.format(time);
    }

    private void count(String key, long count) {
        row(key, Figures.count(count));
    }

    private void row(String key, String figure) {
        DisplayText label = Words.get("cli.summary." + key);
        int width = 24 - DisplayWidth.of(label);
        terminal.print(
                List.of(
                        Painted.plain(label),
                        Painted.foreign(" ".repeat(Math.max(1, width))),
                        Painted.foreign(figure)));
    }

    private void list(String key, List<Summary.Count> counts) {
        if (counts.isEmpty()) {
            return;
        }
        terminal.print(DisplayText.EMPTY);
        terminal.print(List.of(new Painted(Words.get("cli.summary." + key), Tint.HEADING)));
        int width = Figures.count(counts.getFirst().count()).length();
        for (Summary.Count count : counts) {
            String figure = Figures.count(count.count());
            terminal.print(
                    List.of(
                            Painted.foreign(
                                    " ".repeat(2 + width - figure.length()) + figure + "  "),
                            Painted.plain(DisplayWidth.clip(DisplayText.of(count.name()), NAME))));
        }
    }
}
