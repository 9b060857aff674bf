package org.spoolscope.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Drain;
import org.spoolscope.model.Figures;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.Growth;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Link;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.MailRates;
import org.spoolscope.model.QueueCounts;
import org.spoolscope.model.Reading;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Wording;

/// One row per server and interval; a figure that is not known is a dash.
final class WatchRows implements WatchReport {
    private static final Painted UNKNOWN = new Painted(DisplayText.of("–"), Tint.FAINT);

    private final Table table;
    private final DateTimeFormatter clock;

    WatchRows(Terminal terminal, ZoneId zone) {
        clock = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(zone);
        table =
                new Table(
                        terminal,
                        List.of(
                                Column.text("cli.column.time").atLeast(8),
                                Column.text("cli.column.server"),
                                Column.text("cli.column.state").atLeast(11),
                                Column.number("cli.column.total").atLeast(7),
                                Column.number("cli.column.active").atLeast(7),
                                Column.number("cli.column.deferred").atLeast(8),
                                Column.number("cli.column.hold").atLeast(6),
                                Column.number("cli.column.growth").atLeast(11),
                                Column.number("cli.column.empty").atLeast(11),
                                Column.number("cli.column.in").atLeast(7),
                                Column.number("cli.column.sent").atLeast(7),
                                Column.number("cli.column.deferral-rate").atLeast(8),
                                Column.number("cli.column.bounce-rate").atLeast(7),
                                Column.number("cli.column.iowait").atLeast(6),
                                Column.number("cli.column.pressure").atLeast(8),
                                Column.number("cli.column.load").atLeast(6),
                                Column.number("cli.column.spool").atLeast(7),
                                Column.number("cli.column.rtt").atLeast(7)));
    }

    @Override
    public void print(FleetSnapshot fleet) {
        for (ServerSnapshot server : fleet.servers()) {
            List<Painted> row = new ArrayList<>();
            row.add(Painted.foreign(clock.format(server.at())));
            row.add(Painted.foreign(server.name()));
            row.add(new Painted(DisplayText.of(LinkWord.of(server.link())), tint(server)));
            queues(row, server);
            rates(row, server.link().isUp() ? server.log() : LogSnapshot.NONE);
            host(row, server.link().isUp() ? server.host() : null);
            row.add(roundTrip(server.link()));
            table.row(row);
        }
        table.flush();
    }

    private static void queues(List<Painted> row, ServerSnapshot server) {
        QueueCounts counts = server.hasListing() ? server.counts() : null;
        row.add(counts == null ? UNKNOWN : count(counts.total()));
        row.add(counts == null ? UNKNOWN : count(counts.active()));
        row.add(counts == null ? UNKNOWN : count(counts.deferred()));
        row.add(counts == null ? UNKNOWN : count(counts.hold()));
        Growth growth = server.growth();
        row.add(known(growth.perHour(), Figures::perHour));
        row.add(
                growth.drain() instanceof Drain.Draining draining
                        ? Painted.foreign(Wording.until(draining, server.at()).toString())
                        : UNKNOWN);
    }

    /// Over the last minute; not while an old part of the log is being read.
    private static void rates(List<Painted> row, LogSnapshot log) {
        MailRates.Span minute =
                log.rates() == null || log.behind() > 0 ? null : log.rates().minute();
        row.add(minute == null ? UNKNOWN : share(minute.perMinute(minute.arrived()), "%,.0f"));
        row.add(minute == null ? UNKNOWN : share(minute.perMinute(minute.sent()), "%,.0f"));
        row.add(minute == null ? UNKNOWN : share(minute.deferralRate() * 100, "%.1f %%"));
        row.add(minute == null ? UNKNOWN : share(minute.bounceRate() * 100, "%.1f %%"));
    }

    private static Painted share(double value, String format) {
        return Double.isNaN(value)
                ? UNKNOWN
                : Painted.foreign(String.format(Locale.ROOT, format, value));
    }

    private static void host(List<Painted> row, @Nullable HostSample host) {
        row.add(host == null ? UNKNOWN : reading(host.cpu(), cpu -> Figures.percent(cpu.iowait())));
        row.add(host == null ? UNKNOWN : reading(host.ioPressure(), Figures::percent));
        row.add(
                host == null
                        ? UNKNOWN
                        : reading(
                                host.load(),
                                load -> String.format(Locale.ROOT, "%.2f", load.one())));
        row.add(
                host == null
                        ? UNKNOWN
                        : reading(host.spool(), space -> Figures.bytes(space.free())));
    }

    private static <T> Painted reading(Reading<T> reading, Function<T, String> text) {
        return known(reading.orNull(), text);
    }

    private static <T> Painted known(@Nullable T value, Function<T, String> text) {
        return value == null ? UNKNOWN : Painted.foreign(text.apply(value));
    }

    private static Painted count(int count) {
        return Painted.foreign(Figures.count(count));
    }

    private static Painted roundTrip(Link link) {
        return link instanceof Link.Online(_, Duration time) && time != null
                ? Painted.foreign(Figures.millis(time.toNanos() / 1e6))
                : UNKNOWN;
    }

    private static Tint tint(ServerSnapshot server) {
        return switch (server.link()) {
            case Link.Online _ -> Tint.GOOD;
            case Link.Silent _, Link.Connecting _ -> Tint.WARN;
            case Link.Down _ -> Tint.BAD;
            case Link.Paused _ -> Tint.FAINT;
        };
    }
}
