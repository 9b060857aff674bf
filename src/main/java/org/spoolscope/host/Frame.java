package org.spoolscope.host;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolscope.model.HostSample.Load;
import org.spoolscope.model.HostSample.Memory;
import org.spoolscope.model.HostSample.Space;
import org.spoolscope.model.Reading;

/// One answer of the sampler, as key and value, and what a single one tells by itself.
///
/// @param values the last value of each key
/// @param memory bytes by the name that `/proc/meminfo` gives them
/// @param missing why something is not there, by its key
record Frame(Map<String, String> values, Map<String, Long> memory, Map<String, String> missing) {
    /// `df -P`: the four columns before the mount point.
    private static final Pattern DF =
            Pattern.compile(
                    "\\s(-|\\d{1,18})\\s+(-|\\d{1,18})\\s+(-|-?\\d{1,18})\\s+(?:-|\\d+%)\\s+/");

    private static final String NOT_SENT = "the sampler did not send it";

    static Frame of(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        Map<String, Long> memory = new HashMap<>();
        Map<String, String> missing = new HashMap<>();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            if (tab <= 0) {
                continue;
            }
            String key = line.substring(0, tab);
            String value = line.substring(tab + 1);
            switch (key) {
                case "missing" -> {
                    String[] parts = value.split("\t", 2);
                    missing.put(parts[0], parts.length == 2 ? parts[1] : NOT_SENT);
                }
                case "mem" -> {
                    int colon = value.indexOf(':');
                    long[] kibibytes = Numbers.in(value);
                    if (colon > 0 && kibibytes.length > 0) {
                        memory.put(value.substring(0, colon), bytes(kibibytes[0]));
                    }
                }
                default -> values.put(key, value);
            }
        }
        return new Frame(Map.copyOf(values), Map.copyOf(memory), Map.copyOf(missing));
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /// Empty when it is not there.
    String value(String key) {
        return values.getOrDefault(key, "");
    }

    <T> Reading<T> notAvailable(String key) {
        return Reading.notAvailable(missing.getOrDefault(key, NOT_SENT));
    }

    Reading<Load> load() {
        String[] words = value("load").split(" ", 4);
        if (words.length < 3) {
            return notAvailable("load");
        }
        try {
            return Reading.of(
                    new Load(
                            Double.parseDouble(words[0]),
                            Double.parseDouble(words[1]),
                            Double.parseDouble(words[2])));
        } catch (NumberFormatException e) {
            return notAvailable("load");
        }
    }

    /// @param known what this and earlier frames told
    Reading<Memory> memoryReading(Map<String, Long> known) {
        Long total = memory.get("MemTotal");
        if (total == null) {
            return notAvailable("memory");
        }
        long old =
                memory.getOrDefault("MemFree", 0L)
                        + memory.getOrDefault("Buffers", 0L)
                        + memory.getOrDefault("Cached", 0L);
        return Reading.of(
                new Memory(
                        total,
                        Math.min(total, memory.getOrDefault("MemAvailable", old)),
                        known.getOrDefault("SwapTotal", 0L),
                        known.getOrDefault("SwapFree", 0L)));
    }

    Reading<Space> space() {
        Matcher blocks = DF.matcher(value("space"));
        if (!blocks.find()) {
            return notAvailable("space");
        }
        Matcher inodes = DF.matcher(value("inodes"));
        boolean counted = inodes.find();
        return Reading.of(
                new Space(
                        bytes(number(blocks.group(1))),
                        bytes(number(blocks.group(3))),
                        counted ? number(inodes.group(1)) : 0,
                        counted ? number(inodes.group(3)) : 0));
    }

    /// Seconds since boot, or NaN.
    double uptime() {
        try {
            return Double.parseDouble(value("uptime").split(" ", 2)[0]);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static long number(String column) {
        return column.startsWith("-") ? 0 : Long.parseLong(column);
    }

    private static long bytes(long kibibytes) {
        return kibibytes > Long.MAX_VALUE / 1024 ? Long.MAX_VALUE : kibibytes * 1024;
    }
}
