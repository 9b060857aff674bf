package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.Drain;
import org.spoolscope.model.History;
import org.spoolscope.model.HostSample;
import org.spoolscope.model.Instance;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Reading;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Trouble;
import org.spoolscope.postfix.TestingJudgement;

final class ServerModelTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instance DEFAULT = new Instance("-", "-", true, "/etc/postfix");
    private static final Instance OUT =
            new Instance("postfix-out", "mta", true, "/etc/postfix-out");

    private final ServerModel model =
            new ServerModel(
                    ServerConfig.of("mail1", "mail1.example.com"),
                    InstantSource.fixed(NOW),
                    MonitorSettings.DEFAULT,
                    TestingJudgement.BUILT_IN);

    @BeforeEach
    void connect() {
        model.fold(new Observation.LinkChanged(new Link.Online(NOW, null)));
        model.fold(
                new Observation.FactsFound(
                        new ServerFacts(
                                "3.7.11",
                                "mail1.example.com",
                                "Linux 6.1",
                                "ops",
                                List.of(DEFAULT, OUT),
                                "/var/spool/postfix",
                                "",
                                ZoneOffset.UTC,
                                Duration.ZERO)));
    }

    @Test
    void halfOfTheInstancesIsNoQueueYet() {
        listed(DEFAULT, 3);
        assertThat(model.snapshot().hasListing()).isFalse();
        listed(OUT, 4);
        assertThat(model.snapshot().hasListing()).isTrue();
        assertThat(model.snapshot().counts().total()).isEqualTo(7);
    }

    @Test
    void anInstanceThatMayNotBeListedDoesNotHideTheOther() {
        listed(DEFAULT, 3);
        refused(OUT);
        roundEnded();
        assertThat(model.snapshot().hasListing()).isTrue();
        assertThat(deferredInTheChart()).containsExactly(3.0);
    }

    @Test
    void theChartHasAGapWhileNothingIsListed() {
        refused(DEFAULT);
        refused(OUT);
        roundEnded();
        assertThat(deferredInTheChart()).containsExactly(Double.NaN);
        listed(DEFAULT, 3);
        listed(OUT, 4);
        roundEnded();
        assertThat(deferredInTheChart()).containsExactly(Double.NaN, 7.0);
        refused(DEFAULT);
        refused(OUT);
        roundEnded();
        assertThat(deferredInTheChart()).containsExactly(Double.NaN, 7.0, Double.NaN);
    }

    @Test
    void aNewLinkDoesNotGoOnWithFiguresOfTheOldOne() {
        listed(DEFAULT, 3);
        listed(OUT, 4);
        roundEnded();
        model.fold(
                new Observation.LinkChanged(
                        new Link.Down(new LinkFailure.Lost(false, "closed"), NOW, 1, NOW)));
        model.fold(new Observation.LinkChanged(new Link.Online(NOW, null)));
        assertThat(deferredInTheChart()).containsExactly(Double.NaN, Double.NaN);
        assertThat(model.snapshot().counts().total()).isEqualTo(7);
        roundEnded();
        assertThat(deferredInTheChart()).endsWith(7.0);
    }

    @Test
    void whatIsHeldDoesNotDrain() {
        listed(DEFAULT, 3, QueueName.HOLD);
        listed(OUT, 4, QueueName.HOLD);
        roundEnded();
        assertThat(model.snapshot().counts().total()).isEqualTo(7);
        assertThat(model.snapshot().growth().drain()).isEqualTo(new Drain.Empty());
        listed(OUT, 4, QueueName.DEFERRED);
        roundEnded();
        assertThat(model.snapshot().growth().drain()).isEqualTo(new Drain.TooEarly());
    }

    private void listed(Instance instance, int messages) {
        listed(instance, messages, QueueName.DEFERRED);
    }

    private void listed(Instance instance, int messages, QueueName queue) {
        List<QueuedMessage> queued = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            queued.add(
                    new QueuedMessage(
                            instance.name(),
                            queue,
                            new QueueId("ABCDEF" + (10 + i)),
                            NOW,
                            100,
                            "ann@example.com",
                            List.of(),
                            false));
        }
        model.fold(
                new Observation.Listed(
                        instance,
                        new QueueListing(
                                NOW, Duration.ofMillis(9), QueueTable.of(queued), true, 0)));
    }

    private void refused(Instance instance) {
        model.fold(
                new Observation.ListingFailed(
                        instance, new Trouble.ListingNotAllowed(instance.name(), "ops")));
    }

    private void roundEnded() {
        model.fold(new Observation.RoundEnded(List.of(DEFAULT, OUT)));
        model.fold(new Observation.ListingPaced(Duration.ofSeconds(4)));
    }

    /// After one sample more.
    private List<Double> deferredInTheChart() {
        model.fold(
                new Observation.Sampled(
                        new HostSample(
                                NOW, nothing(), nothing(), nothing(), nothing(), nothing(),
                                nothing()),
                        null));
        History history = model.snapshot().history();
        List<Double> values = new ArrayList<>();
        for (int row = 0; row < history.size(); row++) {
            values.add(history.value(History.Column.DEFERRED, row));
        }
        return values;
    }

    private static <T> Reading<T> nothing() {
        return Reading.notAvailable("not sampled");
    }
}
