package org.spoolscope.app;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.CheckedAddress;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.ListStanding;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.model.blocklist.Mute;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.blocklist.ServerLists.Outcome;
import org.spoolscope.ssh.SshException;
import org.spoolscope.store.BlocklistsFile;
import org.spoolscope.store.ConfigException;
import org.spoolscope.ui.blocklist.BlocklistDesk;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.shell.Toasts;

/// The catalogue, what is muted, and what was asked by hand, through the first server that is
/// connected. JavaFX thread.
final class ConsoleLists implements BlocklistDesk {
    private final Fleet fleet;
    private final Choice choice;
    private final Background background;
    private final InstantSource clock;
    private final KeptMutes mutes;
    private final Map<String, List<ListStanding>> byHand = new LinkedHashMap<>();
    private Catalogue catalogue;
    private ListWatch asked = ListWatch.NONE;
    private @Nullable Toasts toasts;

    /// Keeps which lists are asked, and how often.
    @FunctionalInterface
    interface Choice {
        /// Blocks.
        ///
        /// @param changed lists by their names
        /// @return all lists after that
        Catalogue keep(Map<String, Boolean> changed, Duration every)
                throws ConfigException, IOException;
    }

    ConsoleLists(
            Fleet fleet,
            Catalogue catalogue,
            Choice choice,
            KeptMutes mutes,
            Background background,
            InstantSource clock) {
        this.fleet = fleet;
        this.catalogue = catalogue;
        this.choice = choice;
        this.mutes = mutes;
        fleet.muteLists(mutes.all());
        this.background = background;
        this.clock = clock;
    }

    @Override
    public List<Blocklist> catalogue() {
        return catalogue.lists();
    }

    @Override
    public Set<String> chosen() {
        return names(catalogue.asked());
    }

    @Override
    public Set<String> usual() {
        Map<String, Boolean> usual =
                BlocklistsFile.builtIn().stream()
                        .collect(Collectors.toMap(Blocklist::name, Blocklist::asked));
        return names(catalogue.asking(usual).asked());
    }

    @Override
    public boolean canBeAsked(Blocklist list) {
        return catalogue.canBeAsked(list);
    }

    private static Set<String> names(List<Blocklist> lists) {
        return lists.stream().map(Blocklist::name).collect(Collectors.toSet());
    }

    @Override
    public List<Mute> mutes() {
        return mutes.all();
    }

    @Override
    public ListWatch asked() {
        return asked;
    }

    @Override
    public void checkNow() {
        fleet.snapshot().servers().forEach(server -> fleet.checkLists(server.name()));
    }

    @Override
    public void check(String typed) {
        IpAddress address = IpAddress.parse(typed).orElse(null);
        if (address == null) {
            return;
        }
        Optional<String> through =
                fleet.snapshot().servers().stream()
                        .filter(server -> server.link().isUp())
                        .map(ServerSnapshot::name)
                        .findFirst();
        byHand.putIfAbsent(address.toString(), List.of());
        if (through.isEmpty()) {
            asked = watch("", false, Words.get("blocklist.nobody-to-ask").toString());
            return;
        }
        asked = watch(asked.resolver(), true, "");
        background.run(() -> ask(through.get(), address));
    }

    private void ask(String server, IpAddress address) {
        try {
            Outcome outcome = fleet.checkAddress(server, address);
            background.onScreen(() -> answered(address, outcome));
        } catch (SshException e) {
            String why = String.valueOf(e.getMessage());
            background.onScreen(() -> asked = watch("", false, why));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the window is closing
        }
    }

    private void answered(IpAddress address, @Nullable Outcome outcome) {
        switch (outcome) {
            case Outcome.Checked(List<ListCheck> checks, String resolver) -> {
                byHand.put(
                        address.toString(),
                        checks.stream().map(check -> new ListStanding(check, check.at())).toList());
                asked = watch(resolver, false, "");
            }
            case Outcome.NoWay(var why) ->
                    asked =
                            watch(
                                    "",
                                    false,
                                    Words.get("lists.no-way", String.join("; ", why.failed()))
                                            .toString());
            case null -> asked = watch("", false, Words.get("lookup.link-lost").toString());
        }
    }

    private ListWatch watch(String resolver, boolean underWay, String trouble) {
        List<ListStanding> standings = byHand.values().stream().flatMap(List::stream).toList();
        Set<String> answered =
                standings.stream().map(one -> one.check().list()).collect(Collectors.toSet());
        return new ListWatch(
                byHand.keySet().stream().map(one -> new CheckedAddress(one, "")).toList(),
                "",
                resolver,
                catalogue.lists().stream().filter(list -> answered.contains(list.name())).toList(),
                standings,
                List.of(),
                List.of(),
                standings.isEmpty() ? null : clock.instant(),
                underWay,
                trouble);
    }

    /// Where what goes wrong is said.
    void use(Toasts said) {
        toasts = said;
    }

    @Override
    public Duration every() {
        return catalogue.every();
    }

    @Override
    public void choose(Set<String> lists, Duration every) {
        Set<String> before = chosen();
        Map<String, Boolean> changed = new LinkedHashMap<>();
        for (Blocklist list : catalogue.lists()) {
            boolean now = lists.contains(list.name());
            if (now != before.contains(list.name())) {
                changed.put(list.name(), now);
            }
        }
        if (!changed.isEmpty() || !every.equals(every())) {
            background.run(() -> keep(changed, every));
        }
    }

    private void keep(Map<String, Boolean> changed, Duration every) {
        try {
            Catalogue next = choice.keep(changed, every);
            fleet.useLists(next);
            background.onScreen(() -> catalogue = next);
        } catch (ConfigException | IOException e) {
            DisplayText why = DisplayText.of(String.valueOf(e.getMessage()));
            background.onScreen(() -> {
                if (toasts != null) {
                    toasts.show(Words.get("blocklist.choose.failed"), why);
                }
            });
        }
    }

    @Override
    public void mute(List<Mute> more) {
        mutes.add(more);
        fleet.muteLists(mutes.all());
    }

    @Override
    public void unmute(List<Mute> gone) {
        mutes.remove(gone);
        fleet.muteLists(mutes.all());
    }
}
