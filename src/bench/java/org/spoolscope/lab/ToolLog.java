package org.spoolscope.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `grep` finds in the lab's two mail logs, by the second.
final class ToolLog {
    /// What is counted, by the page's names.
    enum Kind {
        ARRIVING,
        SENT,
        DEFERRED,
        BOUNCED,
        REJECTED
    }

    private static final List<String> LOGS = List.of("mail.log", "mail-out.log");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy MMM d HH:mm:ss", Locale.ROOT);
    private static final Pattern LINE =
            Pattern.compile("^(\\w{3}) +(\\d+) (\\S+) \\S+ \\S+\\[\\d+\\]: (.*)");
    private static final Pattern QUEUED =
            Pattern.compile("^(\\w+): from=<.*, nrcpt=\\d+ \\(queue active\\)$");

    /// What is requeued was here before.
    private static final Pattern REQUEUED = Pattern.compile("^(\\w+): uid=\\d+ from=<.*> orig_id=");

    private static final Pattern REMOVED = Pattern.compile("^(\\w+): removed$");
    private static final Pattern EXPIRED =
            Pattern.compile("^\\w+: from=<.*, status=(force-)?expired, returned to sender$");
    private static final Pattern REJECTED = Pattern.compile("^\\w+: reject: ");
    private static final Pattern TRIED =
            Pattern.compile(
                    "relay=([^,]*), (?:conn_use=\\d+, )?delay=[\\d.]+, delays=([\\d./]+), dsn=[\\d.]+, status=(\\w+) ");

    /// An attempt's stages, in milliseconds.
    private record Stages(long second, double[] millis) {}

    private final Map<Kind, NavigableMap<Long, Integer>> counts = new EnumMap<>(Kind.class);
    private final List<Stages> stages = new ArrayList<>();
    private long first = Long.MAX_VALUE;

    private ToolLog() {
        for (Kind kind : Kind.values()) {
            counts.put(kind, new TreeMap<>());
        }
    }

    static ToolLog of(Lab lab) throws IOException {
        ToolLog log = new ToolLog();
        for (String name : LOGS) {
            Set<String> queued = new HashSet<>();
            for (String line :
                    Files.readAllLines(
                            lab.folder.resolve("log").resolve(name), StandardCharsets.ISO_8859_1)) {
                log.read(line, queued);
            }
        }
        return log;
    }

    private void read(String line, Set<String> queued) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return;
        }
        long second = second(parts.group(1), parts.group(2), parts.group(3));
        String text = parts.group(4);
        first = Math.min(first, second);
        Matcher queuedNow = QUEUED.matcher(text);
        Matcher removed = REMOVED.matcher(text);
        Matcher requeued = REQUEUED.matcher(text);
        Matcher tried = TRIED.matcher(text);
        if (queuedNow.find()) {
            if (queued.add(queuedNow.group(1))) {
                count(Kind.ARRIVING, second);
            }
        } else if (requeued.find()) {
            queued.add(requeued.group(1));
        } else if (removed.find()) {
            queued.remove(removed.group(1));
        } else if (REJECTED.matcher(text).find()) {
            count(Kind.REJECTED, second);
        } else if (EXPIRED.matcher(text).find()) {
            count(Kind.BOUNCED, second);
        } else if (tried.find() && !text.contains("status=sent (forwarded as ")) {
            Kind kind =
                    switch (tried.group(3)) {
                        case "sent" -> Kind.SENT;
                        case "bounced" -> Kind.BOUNCED;
                        default -> Kind.DEFERRED;
                    };
            count(kind, second);
            if (kind != Kind.BOUNCED && tried.group(1).contains("[")) {
                stages.add(
                        new Stages(
                                second,
                                Arrays.stream(tried.group(2).split("/"))
                                        .mapToDouble(Double::parseDouble)
                                        .map(seconds -> seconds * 1e3)
                                        .toArray()));
            }
        }
    }

    /// The log names no year.
    private static long second(String month, String day, String time) {
        String dated = LocalDate.now(ZoneId.systemDefault()).getYear() + " " + month + " " + day;
        return LocalDateTime.parse(dated + " " + time, TIME)
                .atZone(ZoneId.systemDefault())
                .toEpochSecond();
    }

    private void count(Kind kind, long second) {
        counts.get(kind).merge(second, 1, Integer::sum);
    }

    /// How many there were in the `span` seconds that end with `last`, of which not all may have
    /// been read.
    Bounds count(Kind kind, int span, long last) {
        NavigableMap<Long, Integer> all = counts.get(kind);
        long before = sum(all, last - span + 1, last - 1);
        return new Bounds(before, before + all.getOrDefault(last, 0));
    }

    /// The same per minute, of the time since the log's first line at the most.
    Bounds perMinute(Kind kind, int span, long last) {
        return count(kind, span, last).times(60.0 / Math.min(span, last - first + 1));
    }

    /// What part the first kind is of all the kinds.
    Bounds share(Kind part, List<Kind> others, int span, long last) {
        Bounds some = count(part, span, last);
        double least = 0;
        double most = 0;
        for (Kind other : others) {
            least += count(other, span, last).low();
            most += count(other, span, last).high();
        }
        return Bounds.of(
                java.util.stream.DoubleStream.of(
                        some.low() / (some.low() + most), some.high() / (some.high() + least)));
    }

    /// The delay, in milliseconds, that so many of 100 attempts did not exceed, give or take one
    /// attempt: percentiles are rounded up or down.
    ///
    /// @param stage 0 to 3
    Bounds delay(int stage, int percent, int span, long last) {
        double[] sorted =
                stages.stream()
                        .filter(one -> one.second() > last - span && one.second() <= last)
                        .mapToDouble(one -> one.millis()[stage])
                        .sorted()
                        .toArray();
        int rank = (int) (sorted.length * percent / 100.0);
        return sorted.length == 0
                ? Bounds.NONE
                : new Bounds(
                        sorted[Math.max(0, rank - 1)], sorted[Math.min(rank, sorted.length - 1)]);
    }

    private static long sum(NavigableMap<Long, Integer> all, long from, long to) {
        return to < from
                ? 0
                : all.subMap(from, true, to, true).values().stream()
                        .mapToLong(Integer::longValue)
                        .sum();
    }
}
