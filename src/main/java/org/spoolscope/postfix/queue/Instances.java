package org.spoolscope.postfix.queue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.log.Hash;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// Which instance a line is of: its program is called `syslog_name`, a slash and the rest, such as
/// `postfix-out/smtp` or `postfix/submission/smtpd`.
final class Instances {
    /// There are some dozens of programs; two that fall into one place are looked at anew.
    private static final int PLACES = 1 << 8;

    /// @param program as logged
    private record Known(byte[] program, @Nullable QueueLog queue) {}

    private final List<QueueLog> all;
    private final boolean alone;
    private final Map<String, QueueLog> byPrefix = new HashMap<>();
    private final @Nullable Known[] known = new @Nullable Known[PLACES];

    /// @param bySyslogName what each `syslog_name` is called as an instance
    /// @param alone whether no other instance writes to the log
    Instances(Map<String, String> bySyslogName, boolean alone) {
        this.alone = alone;
        Map<String, QueueLog> byName = new LinkedHashMap<>();
        bySyslogName.forEach((syslog, name) ->
                byPrefix.put(syslog + "/", byName.computeIfAbsent(name, QueueLog::new)));
        all = List.copyOf(byName.values());
    }

    List<QueueLog> all() {
        return all;
    }

    @Nullable QueueLog named(String name) {
        for (QueueLog queue : all) {
            if (queue.instance().equals(name)) {
                return queue;
            }
        }
        return null;
    }

    /// The queue that a line is about, or null where it is of no instance.
    @Nullable QueueLog of(LogLine line) {
        if (!line.has(LogField.PROGRAM)) {
            return null;
        }
        byte[] bytes = line.bytes();
        int from = line.start(LogField.PROGRAM);
        int to = line.end(LogField.PROGRAM);
        int place = (int) (Hash.of(bytes, from, to, 0) >>> 32) & PLACES - 1;
        Known here = known[place];
        if (here == null
                || !Arrays.equals(here.program(), 0, here.program().length, bytes, from, to)) {
            here =
                    new Known(
                            Arrays.copyOfRange(bytes, from, to),
                            find(line.textOrEmpty(LogField.PROGRAM)));
            known[place] = here;
        }
        return here.queue();
    }

    /// A name may have slashes and begin like another: the longest counts. A service may have a
    /// name of its own (`syslog_name` in master.cf): where there is no other instance, it is of
    /// that.
    private @Nullable QueueLog find(String program) {
        String longest = "";
        for (String prefix : byPrefix.keySet()) {
            if (program.startsWith(prefix) && prefix.length() > longest.length()) {
                longest = prefix;
            }
        }
        QueueLog queue = byPrefix.get(longest);
        return queue == null && alone && all.size() == 1 ? all.getFirst() : queue;
    }
}
