package org.spoolscope.ui.blocklist;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.CheckedAddress;
import org.spoolscope.model.blocklist.ListChange;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.ListRefusals;
import org.spoolscope.model.blocklist.ListStanding;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.model.blocklist.Verdict;
import org.spoolscope.ui.TestingSnapshot;

/// Made-up lists and what they say of example addresses.
public final class TestingLists {
    public static final Instant NOW = TestingSnapshot.NOW;
    static final Instant CHECKED = NOW.minus(Duration.ofMinutes(6));
    static final Instant LISTED_SINCE = NOW.minus(Duration.ofMinutes(80));

    static final String MAIL3 = "192.0.2.13";
    static final String MAIL1 = "192.0.2.11";
    static final String MAIL2 = "192.0.2.12";
    static final String MAIL2_V6 = "2001:db8::25";

    static final Blocklist ZEN =
            new Blocklist(
                    "Spamhaus ZEN",
                    "zen.spamhaus.example",
                    Blocklist.Kind.IP,
                    true,
                    true,
                    Map.of("127.0.0.4", "XBL: a machine that behaves as if infected"),
                    false,
                    Set.of("127.0.0.10", "127.0.0.11"),
                    Set.of(),
                    Set.of(),
                    List.of("127.0.0.2"),
                    "https://check.spamhaus.example/?ip={ip}",
                    "",
                    "many receivers",
                    true,
                    "SBL, CSS, XBL and PBL in one.",
                    false);
    static final Blocklist SPAMCOP = list("SpamCop", Blocklist.Kind.IP, false, true, "");
    static final Blocklist ASN =
            list(
                    "UCEPROTECT 3",
                    Blocklist.Kind.ASN,
                    false,
                    true,
                    "Lists whole providers; few receivers use it.");
    static final Blocklist UNVERIFIED = list("s5h.net", Blocklist.Kind.IP, true, true, "");
    static final Blocklist REFUSING = list("Example RBL", Blocklist.Kind.IP, true, true, "");
    static final Blocklist WILDCARD = list("Old DNSBL", Blocklist.Kind.IP, true, true, "");
    static final Blocklist SLOW = list("Slow BL", Blocklist.Kind.IP, true, true, "");
    static final Blocklist ALLOW = list("DNSWL", Blocklist.Kind.ALLOW, true, true, "");
    static final Blocklist OFF =
            list("Range BL", Blocklist.Kind.RANGE, false, false, "It lists networks, not senders.");
    static final Blocklist KEYED =
            list("Paid BL", Blocklist.Kind.IP, false, false, "Asked with a key of your own.");
    static final Blocklist DEAD = dead("SORBS", "Since June 2024 its zones are empty.");

    private TestingLists() {}

    static Blocklist list(
            String name, Blocklist.Kind kind, boolean ipv6, boolean asked, String note) {
        return list(name, kind, ipv6, asked, note, false);
    }

    private static Blocklist list(
            String name,
            Blocklist.Kind kind,
            boolean ipv6,
            boolean asked,
            String note,
            boolean dead) {
        return new Blocklist(
                name,
                name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".bl.example",
                kind,
                true,
                ipv6,
                Map.of(),
                false,
                Set.of(),
                Set.of(),
                Set.of(),
                List.of("127.0.0.2"),
                null,
                "",
                "",
                asked,
                note,
                dead);
    }

    private static Blocklist dead(String name, String note) {
        return list(name, Blocklist.Kind.IP, false, false, note, true);
    }

    /// In the order of the catalogue.
    static List<Blocklist> asked() {
        List<Blocklist> lists = new ArrayList<>(List.of(ZEN, SPAMCOP));
        for (String name :
                List.of("Barracuda", "PSBL", "Mailspike BL", "UCEPROTECT 1", "blocklist.de")) {
            lists.add(list(name, Blocklist.Kind.IP, name.equals("blocklist.de"), true, ""));
        }
        lists.addAll(List.of(ASN, ALLOW, UNVERIFIED, REFUSING, WILDCARD, SLOW));
        return lists;
    }

    static List<Blocklist> catalogue() {
        List<Blocklist> lists = new ArrayList<>(asked());
        lists.addAll(List.of(OFF, DEAD, dead("NiX Spam", "Shut down in January 2025.")));
        return lists;
    }

    static ListCheck check(String subject, Blocklist list, Verdict verdict) {
        List<String> codes =
                switch (verdict) {
                    case LISTED -> List.of(list.equals(ZEN) ? "127.0.0.4" : "127.0.0.2");
                    case POLICY -> List.of("127.0.0.10");
                    case REFUSED -> List.of("127.255.255.254");
                    case WILDCARD -> List.of("127.0.0.2");
                    case REWRITTEN -> List.of("198.51.100.7");
                    default -> List.of();
                };
        return new ListCheck(
                subject,
                list.name(),
                list.zone(),
                list.kind(),
                verdict,
                codes,
                verdict == Verdict.LISTED ? list.codes().getOrDefault("127.0.0.4", "") : "",
                verdict == Verdict.LISTED
                        ? "https://check.spamhaus.example/query/ip/" + subject
                        : "",
                "127.0.0.53 on the server",
                Duration.ofMillis(41),
                CHECKED);
    }

    static ListStanding standing(String subject, Blocklist list, Verdict verdict) {
        return new ListStanding(
                check(subject, list, verdict),
                verdict == Verdict.LISTED ? LISTED_SINCE : NOW.minus(Duration.ofDays(3)));
    }

    private static Verdict usual(Blocklist list) {
        return switch (list.name()) {
            case "UCEPROTECT 3" -> Verdict.POLICY;
            case "s5h.net" -> Verdict.UNVERIFIED;
            case "Example RBL" -> Verdict.REFUSED;
            case "Old DNSBL" -> Verdict.WILDCARD;
            case "Slow BL" -> Verdict.TIMEOUT;
            default -> Verdict.CLEAN;
        };
    }

    /// One address, which one list names.
    public static ListWatch listedOnce() {
        return watch(List.of(MAIL3), ZEN, List.of(), "");
    }

    /// All lists say the usual of these addresses, but the first is listed where `listed` says so.
    static ListWatch watch(
            List<String> addresses,
            @Nullable Blocklist listed,
            List<ListRefusals> refusals,
            String note) {
        List<ListStanding> standings = new ArrayList<>();
        for (String address : addresses) {
            for (Blocklist list : asked()) {
                boolean hit = list.equals(listed) && address.equals(addresses.getFirst());
                if (!address.contains(":") || list.ipv6()) {
                    standings.add(standing(address, list, hit ? Verdict.LISTED : usual(list)));
                }
            }
        }
        return new ListWatch(
                addresses.stream()
                        .map(address -> new CheckedAddress(address, "smtp_bind_address"))
                        .toList(),
                note,
                "the resolver of " + addresses.getFirst(),
                asked(),
                standings,
                listed == null ? List.of() : history(addresses.getFirst(), listed),
                refusals,
                CHECKED,
                false,
                "");
    }

    private static List<ListChange> history(String subject, Blocklist list) {
        Instant before = NOW.minus(Duration.ofDays(9));
        return List.of(
                new ListChange(
                        Verdict.CLEAN, at(check(subject, list, Verdict.LISTED), LISTED_SINCE)),
                new ListChange(
                        Verdict.LISTED,
                        at(check(subject, list, Verdict.CLEAN), before.plus(Duration.ofHours(30)))),
                new ListChange(Verdict.CLEAN, at(check(subject, list, Verdict.LISTED), before)));
    }

    private static ListCheck at(ListCheck check, Instant at) {
        return new ListCheck(
                check.subject(),
                check.list(),
                check.zone(),
                check.kind(),
                check.verdict(),
                check.codes(),
                check.meaning(),
                check.txt(),
                check.resolver(),
                check.took(),
                at);
    }

    static ListRefusals refusals(String list, long bounced, long deferred, double share) {
        return new ListRefusals(
                list,
                bounced,
                deferred,
                share,
                List.of("mx.uni.example", "Gmail", "kommune.example", "firma.example"),
                "550 5.7.1 Service unavailable; client [192.0.2.13] blocked using " + list,
                LISTED_SINCE.plusSeconds(101),
                NOW.minusSeconds(12));
    }

    /// As in the design: one listed, one refused by a list that nobody asks.
    public static KnownLists known() {
        return new KnownLists(
                List.of(
                        new KnownLists.OfServer(
                                "mail1",
                                watch(
                                        List.of(MAIL1),
                                        null,
                                        List.of(refusals("Microsoft", 31, 4, 0.011)),
                                        "")),
                        new KnownLists.OfServer(
                                "mail2", watch(List.of(MAIL2, MAIL2_V6), null, List.of(), "")),
                        new KnownLists.OfServer(
                                "mail3",
                                watch(
                                        List.of(MAIL3),
                                        ZEN,
                                        List.of(refusals("Spamhaus XBL", 412, 0, 0.122)),
                                        ""))),
                ListWatch.NONE,
                catalogue(),
                List.of());
    }

    /// All that others may write says `text`.
    public static KnownLists saying(String text) {
        ListCheck check =
                new ListCheck(
                        MAIL1,
                        text,
                        "zone." + text,
                        Blocklist.Kind.IP,
                        Verdict.LISTED,
                        List.of(text),
                        text,
                        text,
                        text,
                        Duration.ofMillis(4),
                        CHECKED);
        ListRefusals refusals =
                new ListRefusals(text, 3, 1, 0.1, List.of(text), text, LISTED_SINCE, CHECKED);
        ListRefusals others =
                new ListRefusals("x" + text, 3, 1, 0.1, List.of(text), text, LISTED_SINCE, CHECKED);
        return of(
                new ListWatch(
                        List.of(new CheckedAddress(MAIL1, text)),
                        text,
                        text,
                        List.of(list(text, Blocklist.Kind.IP, true, true, text)),
                        List.of(new ListStanding(check, LISTED_SINCE)),
                        List.of(new ListChange(null, check)),
                        List.of(refusals, others),
                        CHECKED,
                        false,
                        text));
    }

    /// Of these lists; what it is asked for is forgotten.
    public static BlocklistDesk desk() {
        return new AskedDesk();
    }

    /// What is known of nothing but one server.
    static KnownLists of(ListWatch watch) {
        return new KnownLists(
                List.of(new KnownLists.OfServer("mail1", watch)),
                ListWatch.NONE,
                catalogue(),
                List.of());
    }

    static ListWatch unchecked(List<String> addresses, boolean underWay, String trouble) {
        return new ListWatch(
                addresses.stream().map(one -> new CheckedAddress(one, "")).toList(),
                "",
                "",
                asked(),
                List.of(),
                List.of(),
                List.of(),
                null,
                underWay,
                trouble);
    }

    /// 40 lists by 256 addresses, some of which are listed on some.
    static KnownLists many() {
        List<Blocklist> lists = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lists.add(list("List " + (i + 1), Blocklist.Kind.IP, false, true, ""));
        }
        List<CheckedAddress> addresses = new ArrayList<>();
        List<ListStanding> standings = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            String address = "198.51.100." + i;
            addresses.add(new CheckedAddress(address, "interface eth0"));
            for (int j = 0; j < lists.size(); j++) {
                Verdict verdict = i % 17 == 3 && j % 9 == 4 ? Verdict.LISTED : Verdict.CLEAN;
                standings.add(standing(address, lists.get(j), verdict));
            }
        }
        ListWatch watch =
                new ListWatch(
                        addresses,
                        "",
                        "127.0.0.1",
                        lists,
                        standings,
                        List.of(),
                        List.of(),
                        CHECKED,
                        false,
                        "");
        return new KnownLists(
                List.of(new KnownLists.OfServer("relay-osl", watch)),
                ListWatch.NONE,
                lists,
                List.of());
    }
}
