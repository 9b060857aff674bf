package org.spoolscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.QueueName;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.postfix.schedule.Forecast;
import org.spoolscope.postfix.schedule.RetrySchedule;
import org.spoolscope.postfix.schedule.WaitingMessage;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;

/// Messages that a real Postfix puts off until they expire, and what was foretold of them.
@Tag("lab")
final class ScheduleLabTest {
    private static final String DIRECTORY = "/etc/postfix-out";
    private static final Instant ARRIVAL = Instant.EPOCH;
    private static final int MESSAGES = 6;

    /// Seconds from arrival to the active queue, and to the end of the attempt.
    private static final Pattern ATTEMPT =
            Pattern.compile("delay=([\\d.]+), delays=([\\d.]+)/.*status=deferred");

    private static final String QUICK =
            """
            cp $1/main.cf $1/main.cf.before
            postconf -c $1 -e minimal_backoff_time=4 maximal_backoff_time=10s queue_run_delay=2 \
                maximal_queue_lifetime=28s bounce_queue_lifetime=18s
            postfix -c $1 reload
            """;
    private static final String AS_BEFORE = "mv $1/main.cf.before $1/main.cf; postfix -c $1 reload";
    private static final String UNTIL = "until grep -qF \"$1\" $2; do sleep 0.2; done";

    @RegisterExtension final Lab lab = new Lab();

    private record Attempt(Duration takenUp, Duration putOff) {}

    @BeforeEach
    void quick() {
        lab.empty();
        var _ = lab.inside("sh", "-ec", QUICK, "quick", DIRECTORY);
    }

    @AfterEach
    void asBefore() {
        lab.empty();
        var _ = lab.inside("sh", "-ec", AS_BEFORE, "as-before", DIRECTORY);
    }

    @Test
    void attemptsAndReturnsComeWhenTheyWereForetold() throws Exception {
        InstanceSettings settings = settings();
        assertThat(settings)
                .isEqualTo(
                        new InstanceSettings(
                                Duration.ofSeconds(4),
                                Duration.ofSeconds(10),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(28),
                                Duration.ofSeconds(18),
                                20_000,
                                10,
                                "postfix-out"));
        List<String> ids = new ArrayList<>();
        try (SmtpClient client = new SmtpClient(lab, SmtpClient.OUT)) {
            for (int i = 0; i < MESSAGES; i++) {
                ids.add(
                        client.send(
                                isFromNobody(i) ? "" : "news@accept.example",
                                i + "." + System.nanoTime() + "@client.example",
                                "a@defer.example"));
            }
        }
        RetrySchedule schedule = new RetrySchedule(settings);
        for (int i = 0; i < MESSAGES; i++) {
            List<Attempt> attempts = attempts(ids.get(i));
            assertThat(attempts).hasSizeGreaterThanOrEqualTo(3);
            Instant returned = ARRIVAL.plus(attempts.getLast().putOff());
            for (int n = 1; n < attempts.size(); n++) {
                Instant before = ARRIVAL.plus(attempts.get(n - 1).putOff());
                Instant next = ARRIVAL.plus(attempts.get(n).takenUp());
                for (Instant told : new Instant[] {before, null}) {
                    WaitingMessage message = message(told, isFromNobody(i));
                    assertContains(schedule.nextAttempt(message, before), next, attempts);
                    assertContains(schedule.comesBack(message, before), returned, attempts);
                }
            }
        }
    }

    private static boolean isFromNobody(int number) {
        return number % 2 == 1;
    }

    private static WaitingMessage message(@Nullable Instant lastAttempt, boolean fromNobody) {
        return new WaitingMessage(ARRIVAL, lastAttempt, QueueName.DEFERRED, fromNobody, false);
    }

    private static void assertContains(Forecast told, Instant real, List<Attempt> attempts) {
        assertThat(told)
                .as("%s, all: %s", real, attempts)
                .isInstanceOfSatisfying(
                        Forecast.Between.class,
                        between ->
                                assertThat(real).isBetween(between.earliest(), between.latest()));
    }

    /// Over SSH, as the console reads them.
    private InstanceSettings settings() throws Exception {
        try (Ssh ssh = new Ssh(lab.settings());
                SshConnection connection = lab.connect(ssh)) {
            return ServerProbe.of(connection, InstantSource.system())
                    .instances()
                    .getLast()
                    .settings();
        }
    }

    /// Once the message has expired.
    private List<Attempt> attempts(String id) {
        String log = "/var/log/mail-out.log";
        var _ = lab.inside("timeout", "80", "sh", "-c", UNTIL, "until", id + ": removed", log);
        return lab.inside("grep", "-F", id + ": to=", log)
                .lines()
                .map(ATTEMPT::matcher)
                .filter(found -> found.find())
                .map(found -> new Attempt(seconds(found.group(2)), seconds(found.group(1))))
                .toList();
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
    }
}
