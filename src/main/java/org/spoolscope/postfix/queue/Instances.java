package org.spoolscope.postfix.queue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// Which instance a line is of: its program is called `syslog_name`, a slash and the rest, such as
/// `postfix-out/smtp` or `postfix/submission/smtpd`.
final class Instances {
    /// There are some dozens of programs; whoever logs under ever other names is looked at anew.
    private static final int MOST_PROGRAMS = 1 << 10;

    private final List<QueueLog> all;
    private final Map<String, QueueLog> byPrefix = new HashMap<>();
    private final Map<String, QueueLog> byProgram = new HashMap<>();
    private String program = "";
    private @Nullable QueueLog of;

    /// @param bySyslogName what each `syslog_name` is called as an instance
    Instances(Map<String, String> bySyslogName) {
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
        if (!line.is(LogField.PROGRAM, program)) {
            program = line.textOrEmpty(LogField.PROGRAM);
            of = byProgram.get(program);
            if (of == null) {
                of = find();
                if (of != null && byProgram.size() < MOST_PROGRAMS) {
                    byProgram.put(program, of);
                }
            }
        }
        return of;
    }

    /// A name may have slashes and begin like another: the longest counts.
    private @Nullable QueueLog find() {
        String longest = "";
        for (String prefix : byPrefix.keySet()) {
            if (program.startsWith(prefix) && prefix.length() > longest.length()) {
                longest = prefix;
            }
        }
        return byPrefix.get(longest);
    }
}
