package org.spoolscope.cli;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.Link;
import org.spoolscope.model.MailRates;
import org.spoolscope.model.QueueCounts;
import org.spoolscope.model.ServerSnapshot;

/// One JSON object per server and interval. Figures that are not known now are left out: also all
/// of the host's, once the link is down.
record WatchJson(JsonLines json) implements WatchReport {
    @Override
    public void print(FleetSnapshot fleet) {
        fleet.servers().forEach(server -> json.line(line -> write(line, server)));
    }

    private static void write(JsonLines.Members line, ServerSnapshot server) {
        line.time("time", server.at())
                .text("server", server.name())
                .text("state", LinkWord.of(server.link()));
        if (server.hasListing()) {
            queues(line, server);
        }
        MailRates rates = server.log().rates();
        if (rates != null && server.link().isUp() && server.log().behind() == 0) {
            rates(line, rates.minute());
        }
        HostSample host = server.host();
        if (host != null && server.link().isUp()) {
            host(line, host);
        }
        line.number("rtt_ms", millis(server.link()));
        if (server.lists().checkedAt() != null) {
            line.number("listed", server.lists().listed());
        }
    }

    private static void queues(JsonLines.Members line, ServerSnapshot server) {
        QueueCounts counts = server.counts();
        boolean toldApart =
                server.queues().stream()
                        .map(InstanceQueue::known)
                        .filter(Objects::nonNull)
                        .allMatch(KnownQueue::queuesToldApart);
        line.object(
                        "queues",
                        queues -> {
                            if (toldApart) {
                                queues.number("maildrop", counts.maildrop())
                                        .number("incoming", counts.incoming());
                            }
                            queues.number("active", counts.active())
                                    .number("deferred", counts.deferred())
                                    .number("hold", counts.hold());
                            if (counts.corrupt() > 0) {
                                queues.number("corrupt", counts.corrupt());
                            }
                        })
                .number("total", counts.total())
                .number("growth_per_hour", server.growth().perHour())
                .time("drain_eta", server.growth().emptyAt());
    }

    private static void rates(JsonLines.Members line, MailRates.Span minute) {
        line.number("in_per_min", minute.perMinute(minute.arrived()))
                .number("sent_per_min", minute.perMinute(minute.sent()))
                .number("deferred_per_min", minute.perMinute(minute.deferred()))
                .number("bounced_per_min", minute.perMinute(minute.bounced()))
                .number("deferral_rate", minute.deferralRate())
                .number("bounce_rate", minute.bounceRate());
    }

    private static void host(JsonLines.Members line, HostSample host) {
        HostSample.Space spool = host.spool().orNull();
        line.number("iowait", host.cpu().map(HostSample.Cpu::iowait).orNull())
                .number("io_pressure", host.ioPressure().orNull())
                .number("load1", host.load().map(HostSample.Load::one).orNull());
        if (spool != null) {
            line.number("spool_free", spool.free());
            if (spool.inodes() > 0) {
                line.number("inodes_free", spool.inodesFree());
            }
        }
    }

    private static @Nullable Double millis(Link link) {
        if (link instanceof Link.Online(_, Duration roundTrip) && roundTrip != null) {
            return roundTrip.toNanos() / 1e6;
        }
        return null;
    }
}
