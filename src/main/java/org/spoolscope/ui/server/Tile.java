package org.spoolscope.ui.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Figures;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.HostSample.Cpu;
import org.spoolscope.model.HostSample.Space;
import org.spoolscope.model.Reading;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Tone;

/// One figure of the host.
///
/// @param id of its node
/// @param why why there is no figure, or null when there is one
record Tile(String id, DisplayText key, DisplayText value, @Nullable DisplayText why, Tone tone) {
    private static final DisplayText NONE = DisplayText.of("–");

    /// @param troubles what a person must act on is marked
    static List<Tile> of(HostSample host, List<Trouble> troubles) {
        Tone disk = tone(troubles, Trouble.DiskBound.class);
        Tone space = tone(troubles, Trouble.SpoolFull.class);
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile("cpu", host.cpu(), Tone.NEUTRAL, Tile::cpu));
        tiles.add(
                tile(
                        "load",
                        host.load(),
                        Tone.NEUTRAL,
                        load -> decimals(load.one(), load.five(), load.fifteen())));
        tiles.add(
                tile(
                        "memory",
                        host.memory(),
                        Tone.NEUTRAL,
                        memory -> part(memory.available(), memory.total())));
        HostSample.Disk known = host.disk().orNull();
        tiles.add(
                tile(
                        "disk",
                        known == null
                                ? Words.get("server.tile.disk")
                                : Words.get("server.tile.disk-named", known.device()),
                        host.disk(),
                        disk,
                        used ->
                                Words.get(
                                        "server.busy",
                                        Figures.percent(used.utilisation()),
                                        Figures.count(Math.round(used.requestsPerSecond())))));
        tiles.add(tile("spool", host.spool(), space, spool -> part(spool.free(), spool.total())));
        tiles.add(tile("inodes", host.spool(), space, Tile::inodes));
        return tiles;
    }

    private static DisplayText cpu(Cpu cpu) {
        return DisplayText.of(
                String.format(
                        Locale.ROOT,
                        "%.0f · %.0f · %.0f · %.0f %%",
                        cpu.user() * 100,
                        cpu.system() * 100,
                        cpu.iowait() * 100,
                        cpu.steal() * 100));
    }

    private static DisplayText inodes(Space space) {
        return space.inodes() == 0
                ? Words.get("server.inodes-unlimited")
                : DisplayText.of(Figures.percent((double) space.inodesFree() / space.inodes()));
    }

    private static DisplayText part(long some, long all) {
        return Words.get("server.part", Figures.bytes(some), Figures.bytes(all));
    }

    private static DisplayText decimals(double one, double two, double three) {
        return DisplayText.of(String.format(Locale.ROOT, "%.2f · %.2f · %.2f", one, two, three));
    }

    private static Tone tone(List<Trouble> troubles, Class<? extends Trouble> kind) {
        return troubles.stream()
                .filter(kind::isInstance)
                .findFirst()
                .filter(trouble -> trouble.severity() == Trouble.Severity.BAD)
                .map(_ -> Tone.BAD)
                .orElse(Tone.NEUTRAL);
    }

    private static <T> Tile tile(
            String name, Reading<T> reading, Tone tone, Function<T, DisplayText> say) {
        return tile(name, Words.get("server.tile." + name), reading, tone, say);
    }

    private static <T> Tile tile(
            String name,
            DisplayText key,
            Reading<T> reading,
            Tone tone,
            Function<T, DisplayText> say) {
        String id = "server-tile-" + name;
        return switch (reading) {
            case Reading.Value<T>(T value) -> new Tile(id, key, say.apply(value), null, tone);
            case Reading.NotAvailable<T>(String why) ->
                    new Tile(id, key, NONE, DisplayText.of(why), Tone.NEUTRAL);
        };
    }
}
