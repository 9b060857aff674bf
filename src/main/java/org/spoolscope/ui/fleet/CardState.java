package org.spoolscope.ui.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Drain;
import org.spoolscope.model.Figures;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.MailRates;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.state.Health;

/// What one card says.
///
/// @param about Postfix's version and the round trip
/// @param total the queue's total; a dash before the first listing or without a link
/// @param growth per hour; empty until known
/// @param figures in the order of the card
/// @param failure what a person is needed for, or null
/// @param listings how often blocklists name its addresses; empty when none does
public record CardState(
        ServerSnapshot server,
        Health health,
        DisplayText about,
        DisplayText total,
        DisplayText growth,
        List<Figure> figures,
        @Nullable LinkFailure failure,
        DisplayText listings) {
    private static final DisplayText UNKNOWN = Words.get("figure.unknown");
    private static final double HIGH_IOWAIT = 0.25;
    private static final double HIGH_PRESSURE = 0.40;

    private static final double HIGH_BOUNCE = 0.05;
    private static final double NEVER = 2;

    /// Further behind than this, the log's rates are of another time.
    private static final long LIVE_BYTES = 1 << 20;

    /// A small figure under its name.
    public record Figure(DisplayText name, DisplayText value, Tone tone) {}

    public CardState {
        figures = List.copyOf(figures);
    }

    /// The card of one server.
    ///
    /// @param now by the same clock as the snapshot's times
    public static CardState of(ServerSnapshot server, Instant now) {
        boolean live = server.link().isUp();
        boolean listed = live && server.hasListing();
        Double perHour = server.growth().perHour();
        return new CardState(
                server,
                Health.of(server, now),
                about(server),
                listed ? DisplayText.of(Figures.count(server.counts().total())) : UNKNOWN,
                listed && perHour != null
                        ? DisplayText.of(Figures.perHour(perHour))
                        : DisplayText.EMPTY,
                figures(server, live ? server.host() : null, listed, now),
                server.link() instanceof Link.Down down && !down.failure().retries()
                        ? down.failure()
                        : null,
                listings(server.lists().listed()));
    }

    private static DisplayText listings(long count) {
        return count == 0
                ? DisplayText.EMPTY
                : count == 1
                        ? Words.get("fleet.listing")
                        : Words.get("fleet.listings", Figures.count(count));
    }

    private static DisplayText about(ServerSnapshot server) {
        List<String> parts = new ArrayList<>();
        if (server.facts() != null && !server.facts().postfix().isEmpty()) {
            parts.add("Postfix " + server.facts().postfix());
        }
        if (server.link() instanceof Link.Online(_, Duration roundTrip) && roundTrip != null) {
            parts.add(Figures.millis(roundTrip.toNanos() / 1e6));
        }
        return DisplayText.of(String.join(" · ", parts));
    }

    private static List<Figure> figures(
            ServerSnapshot server, @Nullable HostSample host, boolean listed, Instant now) {
        HostSample.Cpu cpu = host == null ? null : host.cpu().orNull();
        Double pressure = host == null ? null : host.ioPressure().orNull();
        HostSample.Space space = host == null ? null : host.spool().orNull();
        Figure empty =
                new Figure(
                        Words.get("fleet.empty-at"),
                        listed ? emptyAt(server, now) : UNKNOWN,
                        Tone.NEUTRAL);
        MailRates rates = server.log().rates();
        if (rates != null && listed && server.log().behind() < LIVE_BYTES) {
            MailRates.Span span = rates.fiveMinutes();
            return List.of(
                    empty,
                    share(Words.get("fleet.deferral"), known(span.deferralRate()), NEVER),
                    share(Words.get("fleet.bounce"), known(span.bounceRate()), HIGH_BOUNCE),
                    share(
                            Words.get("fleet.iowait"),
                            cpu == null ? null : cpu.iowait(),
                            HIGH_IOWAIT));
        }
        return List.of(
                empty,
                share(Words.get("fleet.iowait"), cpu == null ? null : cpu.iowait(), HIGH_IOWAIT),
                share(Words.get("fleet.io-pressure"), pressure, HIGH_PRESSURE),
                new Figure(
                        Words.get("fleet.spool-free"),
                        space == null ? UNKNOWN : DisplayText.of(Figures.bytes(space.free())),
                        server.troubles().stream().anyMatch(Trouble.SpoolFull.class::isInstance)
                                ? Tone.BAD
                                : Tone.NEUTRAL));
    }

    private static DisplayText emptyAt(ServerSnapshot server, Instant now) {
        if (server.counts().total() == 0) {
            return Words.get("fleet.empty");
        }
        return switch (server.growth().drain()) {
            case Drain.TooEarly() -> Words.get("fleet.too-early");
            case Drain.Empty() -> Words.get("fleet.only-held");
            case Drain.Growing() -> Words.get("fleet.growing");
            case Drain.NotDraining() -> Words.get("fleet.not-draining");
            case Drain.Draining draining -> Wording.until(draining, now);
        };
    }

    private static @Nullable Double known(double share) {
        return Double.isNaN(share) ? null : share;
    }

    private static Figure share(DisplayText name, @Nullable Double share, double high) {
        return new Figure(
                name,
                share == null ? UNKNOWN : DisplayText.of(Figures.percent(share)),
                share != null && share >= high ? Tone.BAD : Tone.NEUTRAL);
    }
}
