package org.spoolscope.dns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what `dig +comments +answer +authority`, `host -v` or `drill` print: a header with the
/// return code, the number of answers, and sections in the form of a zone file (RFC 1035 5). The
/// text is that of a server and of whoever answered it: what does not fit is no answer.
final class PrintedAnswer {
    /// How `timeout` says that the program was ended (coreutils), and dig that nobody answered.
    private static final Set<String> NO_ANSWER = Set.of("124", "137", "143", "9");

    private static final Pattern CODE = Pattern.compile("\\b(?:status|rcode): ([A-Z0-9]{1,20})\\b");
    private static final Pattern COUNT = Pattern.compile("\\bANSWER: ([0-9]{1,5})\\b");

    /// What host prints in place of a header.
    private static final Pattern NOT_FOUND =
            Pattern.compile("Host .* not found: [0-9]+\\(([A-Z0-9]{1,20})\\)");

    private static final Pattern SECTION = Pattern.compile(";; ([A-Z]+) SECTION:.*");
    private static final Pattern REFUSED =
            Pattern.compile("(?:;; )?(.*(?:refused|unreachable|no such file).*)");

    /// What `lookup` gives a program.
    private static final Duration WAITED = Duration.ofSeconds(4);

    private static final int CNAMES = 16;
    private static final int VALUE = 16_384;
    private static final int RECORD_FIELDS = 5;
    private static final long MOST_TTL = Integer.MAX_VALUE;

    private final DnsQuestion question;
    private final String status;
    private final List<Printed> answers = new ArrayList<>();
    private final List<Printed> authority = new ArrayList<>();
    private @Nullable String code;
    private int count;
    private boolean truncated;
    private @Nullable String refusal;
    private String owner;
    private long ttl = MOST_TTL;

    /// A record as it was printed.
    private record Printed(String owner, long ttl, String type, String data) {}

    /// @param status with which the program ended
    PrintedAnswer(DnsQuestion question, List<String> lines, String status) {
        this.question = question;
        this.status = status;
        this.owner = plain(question.name());
        String section = "";
        for (String line : lines) {
            Matcher heading = SECTION.matcher(line);
            Matcher notFound = NOT_FOUND.matcher(line);
            if (line.startsWith(";; ->>HEADER<<-")) {
                begin(line);
                section = "";
            } else if (line.startsWith(";; flags:")) {
                flags(line);
            } else if (notFound.matches()) {
                code = notFound.group(1);
            } else if (heading.matches()) {
                section = heading.group(1);
            } else if (line.startsWith(";")) {
                complaint(line);
            } else if (section.equals("ANSWER")) {
                add(line, answers);
            } else if (section.equals("AUTHORITY")) {
                add(line, authority);
            }
        }
    }

    DnsReply reply() {
        if (code == null && refusal != null) {
            return new DnsReply.Unreachable(refusal);
        }
        if (code == null || NO_ANSWER.contains(status)) {
            return new DnsReply.Silent(WAITED);
        }
        if (truncated || answers.size() != count) {
            return new DnsReply.Failed("half an answer");
        }
        return switch (code) {
            case "NOERROR" -> records();
            case "NXDOMAIN" -> followed() ? nothing(true) : loop();
            default -> new DnsReply.Failed(code);
        };
    }

    /// A second one follows when the first answer was truncated.
    private void begin(String line) {
        Matcher found = CODE.matcher(line);
        code = found.find() ? found.group(1) : null;
        answers.clear();
        authority.clear();
        truncated = false;
        count = 0;
    }

    private void flags(String line) {
        int end = line.indexOf(';', 2);
        truncated = (end < 0 ? line : line.substring(0, end)).matches(".*\\btc\\b.*");
        Matcher found = COUNT.matcher(line);
        count = found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private void complaint(String line) {
        Matcher found = REFUSED.matcher(line);
        if (found.matches()) {
            refusal = found.group(1);
        }
    }

    private static void add(String line, List<Printed> section) {
        String[] fields = line.strip().split("\\s+", RECORD_FIELDS);
        if (fields.length == RECORD_FIELDS
                && fields[1].matches("[0-9]{1,10}")
                && fields[2].equals("IN")) {
            long seconds = Long.parseLong(fields[1]);
            section.add(
                    new Printed(
                            plain(fields[0]),
                            seconds > MOST_TTL ? 0 : seconds,
                            fields[3],
                            fields[4]));
        }
    }

    private DnsReply records() {
        if (!followed()) {
            return loop();
        }
        List<String> values = new ArrayList<>();
        for (Printed record : owned(question.type().name())) {
            ttl = Math.min(ttl, record.ttl());
            String value = value(record.data());
            values.add(value.substring(0, Math.min(value.length(), VALUE)));
        }
        return values.isEmpty()
                ? nothing(false)
                : new DnsReply.Records(values, Duration.ofSeconds(ttl));
    }

    /// Goes to the end of the CNAMEs; false when there is none.
    private boolean followed() {
        Set<String> seen = new HashSet<>();
        while (question.type() != DnsQuestion.Type.CNAME
                && owned(question.type().name()).isEmpty()) {
            List<Printed> aliases = owned("CNAME");
            if (aliases.isEmpty()) {
                return true;
            }
            if (!seen.add(owner) || seen.size() > CNAMES) {
                return false;
            }
            ttl = Math.min(ttl, aliases.getFirst().ttl());
            owner = plain(aliases.getFirst().data());
        }
        return true;
    }

    private static DnsReply loop() {
        return new DnsReply.Failed("CNAME loop");
    }

    private List<Printed> owned(String type) {
        return answers.stream()
                .filter(record -> record.type().equals(type) && record.owner().equals(owner))
                .toList();
    }

    /// RFC 2308 5: the SOA record says how long that may be remembered; without one, not at all.
    /// host prints none.
    private DnsReply nothing(boolean noName) {
        for (Printed record : authority) {
            String minimum = record.data().substring(record.data().lastIndexOf(' ') + 1);
            if (record.type().equals("SOA")
                    && (owner.equals(record.owner())
                            || record.owner().isEmpty()
                            || owner.endsWith("." + record.owner()))
                    && minimum.matches("[0-9]{1,10}")) {
                Duration negative =
                        Duration.ofSeconds(
                                Math.min(ttl, Math.min(record.ttl(), Long.parseLong(minimum))));
                return noName
                        ? new DnsReply.NoName(
                                negative, record.owner().isEmpty() ? "." : record.owner())
                        : new DnsReply.NoData(negative);
            }
        }
        return noName ? new DnsReply.NoName(Duration.ZERO) : new DnsReply.NoData(Duration.ZERO);
    }

    private String value(String data) {
        return switch (question.type()) {
            case TXT -> strings(data);
            // Without the last dot, save for the root.
            case CNAME, NS, PTR, MX -> data.replaceFirst("(?<=[^ ])\\.$", "");
            case A, AAAA, SOA -> data;
        };
    }

    /// The quoted strings, joined; `\DDD` is a byte, `\C` the character.
    private static String strings(String data) {
        StringBuilder joined = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < data.length(); i++) {
            char c = data.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && isByte(data, i + 1)) {
                joined.append((char) Integer.parseInt(data.substring(i + 1, i + 4)));
                i += 3;
            } else if (c == '\\' && i + 1 < data.length()) {
                joined.append(data.charAt(++i));
            } else if (quoted) {
                joined.append(c);
            }
        }
        return joined.toString();
    }

    private static boolean isByte(String data, int at) {
        return at + 3 <= data.length()
                && data.substring(at, at + 3).matches("[01][0-9][0-9]|2[0-4][0-9]|25[0-5]");
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
