package org.spoolscope.lab;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the lab's own tools said of it at one moment: `find` of its queues, `/proc` and `/sys` of
/// the host, `df` of the spool, and how long OpenSSH took there and back.
///
/// @param millis since the epoch, when it was asked for
/// @param answered the same, when all of it was there
/// @param roundTrip milliseconds
/// @param queued messages by instance and queue: `postfix-out deferred`
/// @param figures the numbers of each source, in its own order
/// @param disk the kernel's name of the spool's disk
record ToolFrame(
        long millis,
        long answered,
        double roundTrip,
        Map<String, Integer> queued,
        Map<String, List<Double>> figures,
        String disk) {
    /// In each of [#INSTANCES], in the order of the page's columns.
    static final List<String> QUEUES =
            List.of("deferred", "active", "incoming", "maildrop", "hold");

    static final List<String> INSTANCES = List.of("postfix", "postfix-out");

    /// Answers each line with a frame, as root inside the lab. Queue files that are not whole yet
    /// are not executable; postqueue leaves them out, too.
    static final String SCRIPT =
            """
            disk=/sys/dev/block/$(mountpoint -d /var/spool)
            name=$(readlink -f "$disk")
            cd /var/spool
            while read -r _; do
                find postfix/maildrop postfix/incoming postfix/active postfix/deferred postfix/hold \
                    postfix-out/maildrop postfix-out/incoming postfix-out/active \
                    postfix-out/deferred postfix-out/hold \
                    -type f -perm -u+x -printf 'queued %H\\n' 2>/dev/null | sort | uniq -c
                grep -H . /proc/stat /proc/pressure/io /proc/loadavg /proc/meminfo "$disk/stat"
                df -k --output=avail,size,iavail,itotal /var/spool/postfix
                echo "disk ${name##*/}"
                echo .
            done
            """;

    private static final Map<Pattern, String> SOURCES =
            Map.of(
                    Pattern.compile("/proc/stat:cpu  (.*)"), "cpu",
                    Pattern.compile("/proc/pressure/io:some.*total=(\\d+)"), "pressure",
                    Pattern.compile("/proc/loadavg:(.*)"), "load",
                    Pattern.compile("/proc/meminfo:MemTotal: *(\\d+) kB"), "total",
                    Pattern.compile("/proc/meminfo:MemAvailable: *(\\d+) kB"), "available",
                    Pattern.compile("/sys/.*/stat:(.*)"), "requests",
                    Pattern.compile(" *(\\d+ +\\d+ +\\d+ +\\d+)"), "spool");
    private static final Pattern QUEUED = Pattern.compile(" *(\\d+) queued (.+)/(.+)");
    private static final Pattern DISK = Pattern.compile("disk (\\w+)");

    static ToolFrame of(long millis, double roundTrip, List<String> lines) {
        Map<String, Integer> queued = new HashMap<>();
        Map<String, List<Double>> figures = new HashMap<>();
        String disk = "";
        for (String line : lines) {
            Matcher queue = QUEUED.matcher(line);
            Matcher named = DISK.matcher(line);
            if (queue.matches()) {
                queued.put(queue.group(2) + " " + queue.group(3), Integer.valueOf(queue.group(1)));
            } else if (named.matches()) {
                disk = named.group(1);
            } else {
                SOURCES.forEach((pattern, source) -> {
                    Matcher found = pattern.matcher(line);
                    if (found.matches()) {
                        figures.put(source, numbers(found.group(1)));
                    }
                });
            }
        }
        return new ToolFrame(millis, System.currentTimeMillis(), roundTrip, queued, figures, disk);
    }

    private static List<Double> numbers(String text) {
        return Stream.of(text.strip().split("[ /]+")).map(Double::valueOf).toList();
    }

    int queued(String instance, String queue) {
        return queued.getOrDefault(instance + " " + queue, 0);
    }

    /// In both instances.
    int queued(String queue) {
        return INSTANCES.stream().mapToInt(instance -> queued(instance, queue)).sum();
    }

    int total(String instance) {
        return QUEUES.stream().mapToInt(queue -> queued(instance, queue)).sum();
    }

    int total() {
        return INSTANCES.stream().mapToInt(this::total).sum();
    }

    double figure(String source, int index) {
        return figures.getOrDefault(source, List.of()).get(index);
    }

    /// CPU time so far, in hundredths of a second.
    double iowait() {
        return figure("cpu", 4);
    }

    /// Milliseconds so far in which something waited for I/O.
    double pressure() {
        return figure("pressure", 0) / 1e3;
    }

    /// All CPU time so far, in hundredths of a second.
    double cpu() {
        // user nice system idle iowait irq softirq steal; what guests take is in user
        return figures.getOrDefault("cpu", List.of()).stream()
                .limit(8)
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
