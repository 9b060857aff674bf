package org.spoolscope.postfix;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spoolscope.model.Instance;
import org.spoolscope.model.ServerFacts;

/// Reads what the `probe` command printed (see [PostfixCommands]).
///
/// @param postqueue its absolute path, or empty where the server has none
public record Probe(ServerFacts facts, String postqueue) {
    /// Whatever is missing becomes empty; there is at least one instance when `postqueue` is there.
    ///
    /// @param now when it was printed, by the desktop's clock
    public static Probe parse(String output, Instant now) {
        Map<String, String> values = new HashMap<>();
        List<Instance> instances = new ArrayList<>();
        Map<String, String> settings = new HashMap<>();
        for (String line : output.split("\n", -1)) {
            String[] fields = line.split("\t", -1);
            if (fields.length == 5 && fields[0].equals("instance")) {
                settings.clear();
                instances.add(new Instance(fields[1], fields[2], fields[3].equals("y"), fields[4]));
            } else if (fields.length == 3 && fields[0].equals("setting") && !instances.isEmpty()) {
                settings.put(fields[1], fields[2].strip());
                Instance last = instances.removeLast();
                instances.add(last.with(SettingsReader.read(last.name(), settings)));
            } else if (fields.length == 2) {
                values.put(fields[0], fields[1].strip());
            }
        }
        String postqueue = values.getOrDefault("postqueue", "");
        if (instances.isEmpty() && !postqueue.isEmpty()) {
            instances.add(new Instance("-", "-", true, "/etc/postfix"));
        }
        ServerFacts facts =
                new ServerFacts(
                        values.getOrDefault("mail_version", ""),
                        values.getOrDefault("myhostname", ""),
                        values.getOrDefault("system", ""),
                        values.getOrDefault("user", ""),
                        instances,
                        values.getOrDefault("queue_directory", ""),
                        values.getOrDefault("maillog_file", ""),
                        zone(values.getOrDefault("zone", ""), values.getOrDefault("offset", "")),
                        ahead(values.getOrDefault("clock", ""), now));
        return new Probe(facts, postqueue);
    }

    /// By its name, else by the offset that `date` showed.
    private static ZoneId zone(String name, String offset) {
        for (String id : List.of(name, offset)) {
            try {
                if (!id.isEmpty()) {
                    return ZoneId.of(id);
                }
            } catch (DateTimeException e) {
                // A name that only this server knows: the offset tells.
            }
        }
        return ZoneOffset.UTC;
    }

    private static Duration ahead(String clock, Instant now) {
        try {
            return Duration.between(now, Instant.ofEpochSecond(Long.parseLong(clock)));
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return Duration.ZERO;
        }
    }
}
