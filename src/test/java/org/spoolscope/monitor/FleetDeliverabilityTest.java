package org.spoolscope.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spoolscope.demo.DemoFleet;
import org.spoolscope.model.deliverability.Finding;
import org.spoolscope.model.deliverability.Outcome;
import org.spoolscope.model.deliverability.Severity;
import org.spoolscope.model.deliverability.SubjectReport;
import org.spoolscope.monitor.deliverability.DeliverabilityResult;
import org.spoolscope.monitor.deliverability.ServerCheck;
import org.spoolscope.monitor.deliverability.WatchedChecks;
import org.spoolscope.ssh.Ssh;

/// A server is judged through its own resolver: the demo servers', with their dig.
class FleetDeliverabilityTest {
    private DemoFleet demo;
    private Ssh ssh;
    private Fleet fleet;
    private WatchedChecks checks;

    @BeforeEach
    void start() throws Exception {
        demo = DemoFleet.start(7, 2, 1);
        ssh = new Ssh(demo.settings());
        fleet =
                new Fleet(
                        ssh,
                        demo.servers(),
                        MonitorSettings.DEFAULT,
                        LogSettings.builtIn(),
                        demo.clock(),
                        Sleeper.REAL,
                        new Random(7));
        checks = new WatchedChecks(fleet, demo.clock());
    }

    @AfterEach
    void end() {
        fleet.close();
        ssh.close();
        demo.close();
    }

    @Test
    void theServersOwnNamesAndThoseOfItsLogAreJudged() throws Exception {
        awaitLink("mail2");
        List<ServerCheck.Begun> begun = new ArrayList<>();

        DeliverabilityResult result = checks.check("mail2", begun::add);
        for (int again = 0; begun.isEmpty() && again < 5; again++) {
            // On a busy computer the first answer may take longer than a resolver may.
            result = checks.check("mail2", begun::add);
        }

        assertThat(result)
                .isInstanceOfSatisfying(
                        DeliverabilityResult.Answered.class,
                        answered ->
                                assertThat(answered.outcome())
                                        .isInstanceOfSatisfying(
                                                ServerCheck.Outcome.Checked.class,
                                                checked -> {
                                                    assertThat(begun)
                                                            .containsExactly(checked.begun());
                                                    judged(checked.findings());
                                                }));
        assertThat(begun.getFirst().resolver()).isEqualTo("dig on mail2");
        assertThat(begun.getFirst().logRead()).isTrue();
    }

    private static void judged(List<Finding> findings) {
        List<SubjectReport> subjects = SubjectReport.of(findings);
        assertThat(subjects)
                .extracting(SubjectReport::subject)
                .containsExactlyInAnyOrder(
                        "fjordpost.example",
                        "nordlys.example",
                        "mail2.nordlys.example",
                        "192.0.2.12",
                        "mail._domainkey.fjordpost.example");
        assertThat(subjects.getFirst().subject()).isEqualTo("fjordpost.example");
        assertThat(findings)
                .filteredOn(finding -> finding.severity().compareTo(Severity.NOTE) < 0)
                .extracting(Finding::outcome)
                .containsExactly(Outcome.DMARC_MISSING);
    }

    @Test
    void withoutALinkNothingIsAsked() throws Exception {
        awaitLink("mail1");
        fleet.pause("mail1");
        CountDownLatch down = new CountDownLatch(1);
        try (var _ =
                fleet.subscribe(now -> {
                    if (!now.server("mail1").orElseThrow().link().isUp()) {
                        down.countDown();
                    }
                })) {
            assertThat(down.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(checks.check("mail1", _ -> {})).isEqualTo(new DeliverabilityResult.NoLink());
        assertThat(checks.check("nobody", _ -> {})).isEqualTo(new DeliverabilityResult.NoLink());
    }

    /// Until its facts are known, too.
    private void awaitLink(String name) throws InterruptedException {
        CountDownLatch up = new CountDownLatch(1);
        try (var _ =
                fleet.subscribe(now -> {
                    if (now.server(name).orElseThrow().hasListing()) {
                        up.countDown();
                    }
                })) {
            assertThat(up.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
