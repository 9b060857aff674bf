package org.spoolscope.model.blocklist;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The lists that are known, with the keys that the person has.
///
/// @param lists each name once, case not minded
/// @param keys by the name of the list
/// @param every how often they are asked about each server, [#LEAST] to [#MOST]
public record Catalogue(List<Blocklist> lists, Map<String, ListKey> keys, Duration every) {
    /// Where the person says nothing else.
    public static final Duration USUAL = Duration.ofMinutes(30);

    /// More often is not polite.
    public static final Duration LEAST = Duration.ofMinutes(5);

    public static final Duration MOST = Duration.ofDays(7);

    /// Asked as often as usual.
    public Catalogue(List<Blocklist> lists, Map<String, ListKey> keys) {
        this(lists, keys, USUAL);
    }

    public Catalogue {
        lists = List.copyOf(lists);
        keys = Map.copyOf(keys);
    }

    /// The list of that name or zone, case not minded.
    public Optional<Blocklist> find(String nameOrZone) {
        return lists.stream()
                .filter(list ->
                        list.name().equalsIgnoreCase(nameOrZone)
                                || list.zone().equalsIgnoreCase(nameOrZone))
                .findFirst();
    }

    /// Those that are asked unless the person says otherwise: alive, with a key where one is
    /// needed, and no part of another that is asked.
    public List<Blocklist> asked() {
        return withoutParts(
                lists.stream()
                        .filter(list -> list.asked() && !list.dead() && canBeAsked(list))
                        .toList());
    }

    /// The same with other lists asked.
    ///
    /// @param asked lists by their names; the others stay as they are
    public Catalogue asking(Map<String, Boolean> asked) {
        return new Catalogue(
                lists.stream()
                        .map(list -> list.asking(asked.getOrDefault(list.name(), list.asked())))
                        .toList(),
                keys,
                every);
    }

    /// The same, asked as often as this.
    public Catalogue every(Duration other) {
        return new Catalogue(lists, keys, other);
    }

    /// Leaves out what is part of another of these: one listing is not to be counted twice.
    public static List<Blocklist> withoutParts(List<Blocklist> some) {
        Set<String> names = some.stream().map(Blocklist::name).collect(Collectors.toSet());
        return some.stream().filter(list -> !names.contains(list.partOf())).toList();
    }

    /// Whether no key is missing.
    public boolean canBeAsked(Blocklist list) {
        return !list.isKeyed() || keys.containsKey(list.name());
    }

    /// The zone to put behind an address or domain. It may hold a secret: never to be shown.
    ///
    /// @throws IllegalStateException the key is missing, see [#canBeAsked]
    public String zoneToAsk(Blocklist list) {
        ListKey key = keys.get(list.name());
        if (key != null) {
            return key.in(list.zone());
        }
        if (list.isKeyed()) {
            throw new IllegalStateException("no key for " + list.name());
        }
        return list.zone();
    }

    /// A text that came from a list, without the key that it may have repeated.
    public String hideKey(Blocklist list, String text) {
        ListKey key = keys.get(list.name());
        return key == null ? text : key.hideIn(text);
    }
}
