package org.spoolscope.dns.deliverability;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.spoolscope.model.IpAddress;

/// Whether a reverse name looks like one that a provider gives to all its addresses, such as
/// `ip-192-0-2-10.example.net` or `host10.dyn.example.net`. Filters of receivers guess the same way
/// (such as SpamAssassin's `RDNS_DYNAMIC`): a guess, so it is never more than a warning.
///
/// @param name of the address
record GenericName(String name, IpAddress address) {
    /// So many numbers of an IPv4 address next to each other are no chance.
    private static final int TELLING_NUMBERS = 3;

    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");
    private static final Pattern NO_HEX = Pattern.compile("[^0-9a-f]+");
    private static final Set<String> WORDS =
            Set.of(
                    "dyn",
                    "dynamic",
                    "dynip",
                    "dhcp",
                    "dial",
                    "dialup",
                    "dialin",
                    "ppp",
                    "pppoe",
                    "dsl",
                    "adsl",
                    "sdsl",
                    "vdsl",
                    "xdsl",
                    "cable",
                    "cablemodem",
                    "broadband",
                    "residential",
                    "pool",
                    "pools",
                    "wireless",
                    "unassigned",
                    "unknown",
                    "generic");

    boolean looksGeneric() {
        String lower = name.toLowerCase(Locale.ROOT);
        return holdsWord(lower)
                || (address.isV4() ? holdsNumbers(lower) : holdsNibbles(lower))
                || holdsHex(lower);
    }

    private static boolean holdsWord(String lower) {
        return Arrays.stream(NO_LETTERS.split(lower)).anyMatch(WORDS::contains);
    }

    private boolean holdsNumbers(String lower) {
        List<Integer> there =
                Arrays.stream(NO_DIGITS.split(lower))
                        .filter(digits -> !digits.isEmpty() && digits.length() <= 3)
                        .map(Integer::valueOf)
                        .toList();
        List<Integer> octets =
                IntStream.range(0, 4).mapToObj(i -> address.toWire()[i] & 0xff).toList();
        return holdsRun(there, octets)
                || holdsRun(there, octets.reversed())
                || lower.contains(padded(octets))
                || lower.contains(padded(octets.reversed()));
    }

    /// Whether so many of the octets stand in their order, one behind the other.
    private static boolean holdsRun(List<Integer> there, List<Integer> octets) {
        return IntStream.rangeClosed(0, octets.size() - TELLING_NUMBERS)
                .mapToObj(from -> octets.subList(from, from + TELLING_NUMBERS))
                .anyMatch(run -> Collections.indexOfSubList(there, run) >= 0);
    }

    private static String padded(List<Integer> octets) {
        StringBuilder digits = new StringBuilder();
        octets.forEach(octet -> digits.append(String.format("%03d", octet)));
        return digits.toString();
    }

    /// The second half of an IPv6 address, which tells hosts apart, with any signs between; or its
    /// groups as they are written, zeros left out.
    private boolean holdsNibbles(String lower) {
        String half = HexFormat.of().formatHex(address.toWire(), 8, 16);
        String there = NO_HEX.matcher(lower).replaceAll("");
        String reversed = new StringBuilder(half).reverse().toString();
        return there.contains(half) || there.contains(reversed) || holdsGroups(lower);
    }

    private boolean holdsGroups(String lower) {
        List<Integer> groups = groups(address.toString());
        return groups.size() >= TELLING_NUMBERS
                && Collections.indexOfSubList(groups(lower), groups) >= 0;
    }

    private static List<Integer> groups(String text) {
        return Arrays.stream(NO_HEX.split(text))
                .filter(group -> !group.isEmpty() && group.length() <= 4)
                .map(group -> Integer.valueOf(group, 16))
                .filter(group -> group > 0)
                .toList();
    }

    private boolean holdsHex(String lower) {
        return lower.contains(HexFormat.of().formatHex(address.toWire()));
    }
}
