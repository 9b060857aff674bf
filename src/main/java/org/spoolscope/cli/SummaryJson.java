package org.spoolscope.cli;

import java.util.List;
import org.spoolscope.postfix.summary.Summary;

/// The totals as one JSON object, with the names of `commands`.
final class SummaryJson {
    private SummaryJson() {}

    static void write(JsonLines.Members line, Summary summary) {
        line.number("lines", summary.lines())
                .number("foreign", summary.foreign())
                .number("other", summary.other())
                .number("received", summary.received())
                .number("delivered", summary.delivered())
                .number("forwarded", summary.forwarded())
                .number("deferred", summary.deferred())
                .number("deferrals", summary.deferrals())
                .number("bounced", summary.bounced())
                .number("rejected", summary.rejected())
                .number("reject_warnings", summary.rejectWarnings())
                .number("held", summary.held())
                .number("discarded", summary.discarded())
                .number("bytes_received", summary.bytesReceived())
                .number("bytes_delivered", summary.bytesDelivered())
                .number("senders", summary.senders())
                .number("recipients", summary.recipients())
                .time("first", summary.first())
                .time("last", summary.last());
        list(line, "top_senders", "sender", summary.topSenders());
        list(line, "top_recipients", "recipient", summary.topRecipients());
        list(line, "top_domains", "domain", summary.topDomains());
        list(line, "top_deferrals", "reason", summary.topDeferrals());
        list(line, "top_bounces", "reason", summary.topBounces());
        list(line, "top_rejects", "reason", summary.topRejects());
    }

    private static void list(
            JsonLines.Members line, String name, String what, List<Summary.Count> counts) {
        line.objects(
                name,
                counts,
                (object, count) -> object.text(what, count.name()).number("count", count.count()));
    }
}
