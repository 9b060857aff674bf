package org.spoolscope.ui.blocklist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.model.blocklist.Mute;

/// Remembers what it was asked for.
final class AskedDesk implements BlocklistDesk {
    final List<String> asked = new ArrayList<>();

    @Override
    public List<Blocklist> catalogue() {
        return Stream.concat(TestingLists.catalogue().stream(), Stream.of(TestingLists.KEYED))
                .toList();
    }

    @Override
    public Set<String> chosen() {
        return names(TestingLists.asked());
    }

    @Override
    public Set<String> usual() {
        return names(List.of(TestingLists.ZEN, TestingLists.OFF));
    }

    @Override
    public boolean canBeAsked(Blocklist list) {
        return !list.equals(TestingLists.KEYED);
    }

    private static Set<String> names(List<Blocklist> lists) {
        return lists.stream()
                .map(Blocklist::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public List<Mute> mutes() {
        return List.of();
    }

    @Override
    public ListWatch asked() {
        return ListWatch.NONE;
    }

    @Override
    public void checkNow() {
        asked.add("check");
    }

    @Override
    public void check(String address) {
        asked.add("check " + address);
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(45);
    }

    @Override
    public void choose(Set<String> lists, Duration every) {
        asked.add("choose " + lists + " every " + every);
    }

    @Override
    public void mute(List<Mute> mutes) {
        mutes.forEach(mute ->
                asked.add("mute " + mute.subject() + " " + mute.list() + ": " + mute.reason()));
    }

    @Override
    public void unmute(List<Mute> mutes) {
        mutes.forEach(mute -> asked.add("unmute " + mute.subject() + " " + mute.list()));
    }
}
