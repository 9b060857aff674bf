package org.spoolscope.postfix.follow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The generations of a log that lie on a server, oldest first, the live file last.
///
/// The order is that of the names: numbers count down (`.2.gz`, `.1`), dates up (`-20260101`). Only
/// where both occur, the times of the last write decide.
///
/// @param old all but the live one
/// @param live null while there is none
/// @param now the server's clock, seconds since the epoch; 0 when it did not tell
public record Candidates(List<Candidate> old, @Nullable Candidate live, long now) {
    private static final int LONGEST_NUMBER = 3;

    public Candidates {
        old = List.copyOf(old);
    }

    /// Reads the answer to [LogRequest#list]; lines that are not understood, and names that no
    /// rotation gives, are left out. Of `x` and `x.gz` the second is left out: it is being written.
    public static Candidates parse(String path, byte[] list, String now) {
        List<Candidate> old = new ArrayList<>();
        Candidate live = null;
        for (String line : new String(list, StandardCharsets.UTF_8).split("\n", -1)) {
            Candidate candidate = candidate(line);
            if (candidate == null) {
                continue;
            }
            if (candidate.name().equals(path)) {
                live = candidate;
            } else if (candidate.name().startsWith(path) && isRotated(suffix(path, candidate))) {
                old.add(candidate);
            }
        }
        Set<String> names = new HashSet<>();
        old.forEach(candidate -> names.add(candidate.name()));
        old.removeIf(candidate -> isBeingWritten(candidate, names));
        if (live != null) {
            String identity = live.identity();
            old.removeIf(candidate -> candidate.identity().equals(identity));
        }
        old.sort(order(path, old));
        return new Candidates(old, live, number(now));
    }

    /// All, the live one last.
    public List<Candidate> all() {
        List<Candidate> all = new ArrayList<>(old);
        if (live != null) {
            all.add(live);
        }
        return all;
    }

    /// What [#all] are, whatever their names.
    public List<String> identities() {
        return all().stream().map(Candidate::identity).toList();
    }

    /// Whether the other list has the same files under the same names.
    public boolean hasSameFiles(Candidates other) {
        return names().equals(other.names()) && identities().equals(other.identities());
    }

    private List<String> names() {
        return all().stream().map(Candidate::name).toList();
    }

    /// Whether this file is among them, whatever its name and content.
    public boolean has(String identity) {
        return identities().contains(identity);
    }

    /// Those after one of [#all], or all when it is null.
    public List<Candidate> after(@Nullable Candidate candidate) {
        List<Candidate> all = all();
        return all.subList(all.indexOf(candidate) + 1, all.size());
    }

    /// The newest one that passes, or null.
    public @Nullable Candidate newest(Predicate<Candidate> test) {
        return all().reversed().stream().filter(test).findFirst().orElse(null);
    }

    public boolean isLive(Candidate candidate) {
        return candidate.equals(live);
    }

    private static @Nullable Candidate candidate(String line) {
        String[] words = line.split(" ", 5);
        if (words.length < 5 || words[0].isEmpty()) {
            return null;
        }
        long size = number(words[1]);
        return size < 0
                ? null
                : new Candidate(words[4], words[0], size, number(words[2]), number(words[3]));
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// What rotation added to the name, without the ending of what packed it.
    private static String suffix(String path, Candidate candidate) {
        int end = candidate.name().length() - candidate.packing().ending().length();
        return end <= path.length() ? "" : candidate.name().substring(path.length(), end);
    }

    /// A separator, then digits with separators: a number, or a date in one of many forms.
    private static boolean isRotated(String suffix) {
        return suffix.length() > 1
                && suffix.chars().skip(1).anyMatch(c -> c >= '0' && c <= '9')
                && suffix.chars().allMatch(c -> c >= '0' && c <= '9' || ".-_:TZ".indexOf(c) >= 0);
    }

    private static boolean isBeingWritten(Candidate candidate, Set<String> names) {
        String ending = candidate.packing().ending();
        String name = candidate.name();
        return !ending.isEmpty()
                && names.contains(name.substring(0, name.length() - ending.length()));
    }

    private static Comparator<Candidate> order(String path, List<Candidate> old) {
        if (old.stream().allMatch(candidate -> isNumber(suffix(path, candidate)))) {
            return Comparator.comparingInt(
                    candidate -> -Integer.parseInt(suffix(path, candidate).substring(1)));
        }
        if (old.stream().noneMatch(candidate -> isNumber(suffix(path, candidate)))) {
            return Comparator.comparing(candidate -> suffix(path, candidate));
        }
        return Comparator.comparingLong(Candidate::modified).thenComparing(Candidate::name);
    }

    private static boolean isNumber(String suffix) {
        return suffix.length() <= LONGEST_NUMBER + 1
                && suffix.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
    }
}
