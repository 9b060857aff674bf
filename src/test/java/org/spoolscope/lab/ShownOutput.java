package org.spoolscope.lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Output as a page shows it, next to what a program printed. A line `…` stands for any lines, `…`
/// in a line for any text; times, sizes, shares and figures with a unit or a fraction stand for
/// others, whole numbers for themselves. Queue ids and names of actions stand for what they were
/// found to be in this run.
final class ShownOutput {
    private static final String REST = "…";
    private static final String ID = "\\b(?=[A-F]*\\d)(?=\\d*[A-F])[0-9A-F]{6,}\\b";
    private static final String ACTION = "\\ba\\d+\\b";
    private static final String FIGURE =
            "[-+−]?\\b\\d[\\d,]*+(?:[.:-][\\d.:-]+(?: ?(?:%|ms|min|[KMG]?B|[smhd])(?!\\w))?"
                    + "| (?:%|ms|min|[KMG]?B|[smhd])(?!\\w))|–";
    private static final Pattern PART =
            Pattern.compile(
                    "(?<name>"
                            + ID
                            + "|"
                            + ACTION
                            + ")|(?<figure>"
                            + FIGURE
                            + ")|(?<space>\\s+)|"
                            + REST);

    private final Map<String, String> real = new HashMap<>();

    /// A text of the page with the names of this run.
    String real(String text) {
        return Pattern.compile(ID + "|" + ACTION)
                .matcher(text)
                .replaceAll(name -> real.getOrDefault(name.group(), name.group()));
    }

    /// What is shown and was not printed, or printed and not shown; empty where they agree.
    String difference(String shown, String printed) {
        List<String> left = new ArrayList<>(printed.lines().toList());
        boolean mayskip = shown.isEmpty();
        for (String line : shown.lines().toList()) {
            if (line.equals(REST)) {
                mayskip = true;
                continue;
            }
            while (!left.isEmpty() && !matches(line, left.getFirst()) && mayskip) {
                left.removeFirst();
            }
            if (left.isEmpty() || !matches(line, left.removeFirst())) {
                return "shown: " + line;
            }
            mayskip = false;
        }
        return mayskip || left.isEmpty() ? "" : "printed: " + left.getFirst();
    }

    private boolean matches(String shown, String printed) {
        List<String> names = new ArrayList<>();
        Matcher line = Pattern.compile(pattern(shown, names)).matcher(printed.stripTrailing());
        if (!line.matches()) {
            return false;
        }
        Map<String, String> found = new HashMap<>(real);
        for (int i = 0; i < names.size(); i++) {
            String name = found.putIfAbsent(names.get(i), line.group(i + 1));
            if (name != null && !name.equals(line.group(i + 1))) {
                return false;
            }
        }
        real.putAll(found);
        return true;
    }

    /// @param names gets those that the groups of the pattern stand for
    private static String pattern(String shown, List<String> names) {
        StringBuilder pattern = new StringBuilder();
        int at = 0;
        for (MatchResult part : PART.matcher(shown).results().toList()) {
            pattern.append(Pattern.quote(shown.substring(at, part.start())));
            at = part.end();
            if (part.group("name") != null) {
                names.add(part.group());
                pattern.append("(").append(part.group().startsWith("a") ? ACTION : ID).append(")");
            } else if (part.group("figure") != null) {
                pattern.append("(?:").append(FIGURE).append(")");
            } else {
                pattern.append(part.group("space") != null ? "\\s+" : ".*");
            }
        }
        return pattern.append(Pattern.quote(shown.substring(at))).toString();
    }
}
