package org.spoolscope.postfix.log;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The words for what an access table, a header check, a milter or a filter made of a message
/// (`access(5)`, `header_checks(5)`), and the event each one is.
enum Action {
    REJECT("reject", LogEvent.REJECT),
    REJECT_WARNING("reject_warning", LogEvent.WARN),
    WARNING("warning", LogEvent.WARN),
    WARN("warn", LogEvent.WARN),
    INFO("info", LogEvent.WARN),
    PASS("pass", LogEvent.WARN),
    PREPEND("prepend", LogEvent.WARN),
    REPLACE("replace", LogEvent.WARN),
    STRIP("strip", LogEvent.WARN),
    HOLD("hold", LogEvent.HOLD),
    QUARANTINE("quarantine", LogEvent.HOLD),
    DISCARD("discard", LogEvent.DISCARD),
    FILTER("filter", LogEvent.FILTER),
    REDIRECT("redirect", LogEvent.REDIRECT),
    BCC("bcc", LogEvent.REDIRECT),
    PROXY_ACCEPT("proxy-accept", LogEvent.FILTER),
    PROXY_REJECT("proxy-reject", LogEvent.REJECT);

    private static final Action[] ALL = values();
    private static final Literal[] WORDS =
            Arrays.stream(ALL).map(action -> Literal.of(action.word)).toArray(Literal[]::new);

    private final String word;
    private final LogEvent event;

    Action(String word, LogEvent event) {
        this.word = word;
        this.event = event;
    }

    /// The event that the word `in[from, to)` stands for, or null.
    static @Nullable LogEvent event(byte[] in, int from, int to) {
        for (int i = 0; i < ALL.length; i++) {
            if (WORDS[i].length() == to - from && WORDS[i].at(in, from, to)) {
                return ALL[i].event;
            }
        }
        return null;
    }
}
