package org.spoolscope.postfix.summary;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The figures that pflogsumm prints first, in its units: `36007k`.
public final class GrandTotals {
    private static final Pattern FIGURE =
            Pattern.compile(
                    "(\\d+[km]?) +(reject warnings|bytes \\w+|\\w+)(?=[\\s)]* *[\\n(]|\\))");
    private static final long TO_KILO = 512L << 10;
    private static final long TO_MEGA = 512L << 20;

    private GrandTotals() {}

    /// Those of a summary.
    public static Map<String, String> of(Summary summary) {
        Map<String, String> totals = new TreeMap<>();
        totals.put("received", units(summary.received()));
        totals.put("delivered", units(summary.delivered()));
        totals.put("forwarded", units(summary.forwarded()));
        totals.put("deferred", units(summary.deferred()));
        totals.put("deferrals", units(summary.deferrals()));
        totals.put("bounced", units(summary.bounced()));
        totals.put("rejected", units(summary.rejected()));
        totals.put("reject warnings", units(summary.rejectWarnings()));
        totals.put("held", units(summary.held()));
        totals.put("discarded", units(summary.discarded()));
        totals.put("bytes received", units(summary.bytesReceived()));
        totals.put("bytes delivered", units(summary.bytesDelivered()));
        totals.put("senders", units(summary.senders()));
        totals.put("recipients", units(summary.recipients()));
        return totals;
    }

    /// Those that pflogsumm printed; the numbers of domains are left out.
    public static Map<String, String> printed(String text) {
        Map<String, String> totals = new TreeMap<>();
        int end = text.indexOf("recipient hosts/domains");
        Matcher figure = FIGURE.matcher(end < 0 ? text : text.substring(0, end));
        while (figure.find()) {
            totals.put(figure.group(2), figure.group(1));
        }
        return totals;
    }

    private static String units(long value) {
        if (value > TO_MEGA) {
            return (value >> 20) + "m";
        }
        return value > TO_KILO ? (value >> 10) + "k" : String.valueOf(value);
    }
}
