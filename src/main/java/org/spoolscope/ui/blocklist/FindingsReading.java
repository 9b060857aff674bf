package org.spoolscope.ui.blocklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.ListRefusals;
import org.spoolscope.model.blocklist.ListStanding;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.model.blocklist.Mute;
import org.spoolscope.model.blocklist.Verdict;
import org.spoolscope.ui.control.Tone;

/// Tells the findings: one for each server and list, however many addresses it names. Any thread.
final class FindingsReading {
    /// What a list says of one server's addresses.
    private static final class Group {
        final Finding.Key key;
        final Blocklist list;
        final List<ListStanding> standings = new ArrayList<>();
        final List<ListRefusals> refusals = new ArrayList<>();
        final List<Mute> mutes = new ArrayList<>();

        Group(Finding.Key key, Blocklist list) {
            this.key = key;
            this.list = list;
        }

        boolean isMeantBy(ListRefusals one) {
            return ListNames.means(one, list);
        }
    }

    private final KnownLists known;
    private final Harm harm;
    private final Map<Finding.Place, Mute> mutes = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    FindingsReading(KnownLists known, Harm harm) {
        this.known = known;
        this.harm = harm;
        known.mutes()
                .forEach(mute -> mutes.put(new Finding.Place(mute.subject(), mute.list()), mute));
    }

    /// Those that someone must act on first, what is muted last.
    List<Finding> findings() {
        read("", known.asked());
        known.servers().forEach(one -> read(one.server(), one.watch()));
        findings.sort(
                Comparator.comparingInt(FindingsReading::rank)
                        .thenComparing(finding -> finding.key().kind())
                        .thenComparing(Comparator.comparingLong(Finding::hurt).reversed()));
        return findings;
    }

    private static int rank(Finding finding) {
        return switch (finding.tone()) {
            case BAD -> 0;
            case WARN -> 1;
            default -> 2;
        };
    }

    private void read(String server, ListWatch watch) {
        Map<Finding.Key, Group> groups = groups(server, watch);
        for (ListRefusals one : watch.refusals()) {
            List<Group> meant =
                    groups.values().stream().filter(group -> group.isMeantBy(one)).toList();
            List<Group> exact =
                    meant.stream().filter(group -> group.list.name().equals(one.list())).toList();
            if (one.list().isEmpty()) {
                findings.add(told(Finding.Kind.UNNAMED, server, one));
            } else if (!meant.isEmpty()) {
                (exact.isEmpty() ? meant : exact).forEach(group -> group.refusals.add(one));
            } else {
                boolean asked = watch.lists().stream().anyMatch(list -> ListNames.means(one, list));
                findings.add(
                        told(
                                asked ? Finding.Kind.NOT_CONFIRMED : Finding.Kind.NOT_ASKED,
                                server,
                                one));
            }
        }
        groups.values().stream().filter(FindingsReading::matters).forEach(this::add);
    }

    /// What kind of address it is does no harm, until receivers mind it.
    private static boolean matters(Group group) {
        return !group.refusals.isEmpty()
                || group.standings.stream()
                        .anyMatch(standing -> standing.check().verdict() == Verdict.LISTED);
    }

    private Map<Finding.Key, Group> groups(String server, ListWatch watch) {
        Map<String, Blocklist> lists = new HashMap<>();
        watch.lists().forEach(list -> lists.put(list.name(), list));
        Map<Finding.Key, Group> groups = new LinkedHashMap<>();
        // What a list said last holds while it is silent.
        for (ListStanding standing : watch.standings()) {
            Blocklist list = lists.get(standing.check().list());
            @Nullable ListStanding answer = standing.answer();
            if (list == null || answer == null || !isNamed(answer)) {
                continue;
            }
            @Nullable Mute mute =
                    mutes.get(new Finding.Place(standing.check().subject(), list.name()));
            Finding.Key key =
                    new Finding.Key(
                            mute == null ? Finding.Kind.LISTED : Finding.Kind.MUTED,
                            server,
                            list.name());
            Group group = groups.computeIfAbsent(key, _ -> new Group(key, list));
            group.standings.add(answer);
            if (mute != null) {
                group.mutes.add(mute);
            }
        }
        return groups;
    }

    private static boolean isNamed(ListStanding answer) {
        Verdict verdict = answer.check().verdict();
        return verdict == Verdict.LISTED || verdict == Verdict.POLICY;
    }

    private void add(Group group) {
        ListStanding first = group.standings.getFirst();
        List<DisplayText> proof = new ArrayList<>();
        for (ListStanding standing : group.standings) {
            proof.addAll(Proof.lines(standing));
        }
        group.refusals.forEach(one -> proof.add(Words.get("blocklist.proof.reply", one.example())));
        findings.add(
                new Finding(
                        group.key,
                        tone(group),
                        headline(group),
                        DisplayText.of(String.join(", ", first.check().codes())),
                        group.standings.stream()
                                .map(ListStanding::since)
                                .min(Instant::compareTo)
                                .orElse(first.since()),
                        DisplayText.of(first.check().meaning()),
                        group.key.server().isEmpty() ? DisplayText.EMPTY : harm.of(group.refusals),
                        advice(group),
                        Proof.delist(group.list, first.check().subject()),
                        proof,
                        group.standings.stream()
                                .map(one ->
                                        new Finding.Place(
                                                one.check().subject(), one.check().list()))
                                .toList(),
                        group.mutes,
                        hurt(group.refusals)));
    }

    private static long hurt(List<ListRefusals> refusals) {
        return refusals.stream().mapToLong(ListRefusals::total).sum();
    }

    private static Tone tone(Group group) {
        if (group.key.kind() == Finding.Kind.MUTED) {
            return Tone.NEUTRAL;
        }
        boolean ours =
                group.list.kind() == Blocklist.Kind.IP
                        || group.list.kind() == Blocklist.Kind.DOMAIN;
        return ours || !group.refusals.isEmpty() ? Tone.BAD : Tone.WARN;
    }

    private static DisplayText headline(Group group) {
        int more = group.standings.size() - 1;
        String whose =
                group.key.server().isEmpty()
                        ? Words.get("blocklist.asked-by-you").toString()
                        : group.key.server();
        String key = isPolicy(group) ? "blocklist.finding.policy" : "blocklist.finding.listed";
        String address = group.standings.getFirst().check().subject();
        return more == 0
                ? Words.get(key, address, whose, group.list.name())
                : Words.get(key + ".more", address, whose, group.list.name(), Figures.count(more));
    }

    private static DisplayText advice(Group group) {
        if (group.key.kind() == Finding.Kind.MUTED) {
            return Words.get("blocklist.muted", group.mutes.getFirst().reason());
        }
        String kind =
                isPolicy(group)
                        ? "policy"
                        : group.list.kind().name().toLowerCase(java.util.Locale.ROOT);
        return Words.get("blocklist.advice." + kind);
    }

    private static boolean isPolicy(Group group) {
        return group.standings.stream()
                .allMatch(standing -> standing.check().verdict() == Verdict.POLICY);
    }

    /// What only receivers say.
    private Finding told(Finding.Kind kind, String server, ListRefusals refusals) {
        String key =
                "blocklist.finding."
                        + Objects.requireNonNull(kind)
                                .name()
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', '-');
        return new Finding(
                new Finding.Key(kind, server, refusals.list()),
                refusals.bounced() > 0 && kind != Finding.Kind.NOT_CONFIRMED ? Tone.BAD : Tone.WARN,
                Words.get(key, server, refusals.list()),
                DisplayText.EMPTY,
                null,
                DisplayText.EMPTY,
                harm.of(List.of(refusals)),
                Words.get(key + ".advice", server, refusals.list()),
                "",
                List.of(
                        Words.get("blocklist.proof.reply", refusals.example()),
                        Words.get(
                                "blocklist.proof.at",
                                refusals.last()
                                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS))),
                List.of(),
                List.of(),
                hurt(List.of(refusals)));
    }
}
