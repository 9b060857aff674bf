package org.spoolscope.demo.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;

/// postsuper on a simulated host, while it goes on delivering.
class QueueChangeTest {
    private static final String CONFIG = "/etc/postfix";

    private final TestingHost mail1 = TestingHost.of(0).at(Duration.ofMinutes(40));

    @Test
    void whatIsHeldStaysAndIsDeliveredWhenReleased() {
        List<QueuedMessage> deferred = some(QueueName.DEFERRED, 60);
        List<String> said = change(QueueChange.HOLD, deferred);
        assertThat(said).hasSize(61).last().isEqualTo("Placed on hold: 60 messages");
        assertThat(said.getFirst()).isEqualTo(deferred.getFirst().id() + ": placed on hold");
        List<QueuedMessage> held = deferred.stream().map(this::now).map(Optional::get).toList();
        assertThat(held).allMatch(message -> message.queue() == QueueName.HOLD);

        mail1.at(Duration.ofMinutes(200));
        assertThat(deferred)
                .allMatch(message -> now(message).filter(in(QueueName.HOLD)).isPresent());

        assertThat(change(QueueChange.RELEASE, deferred))
                .hasSize(61)
                .last()
                .isEqualTo("Released from hold: 60 messages");
        assertThat(deferred)
                .allMatch(message -> now(message).filter(in(QueueName.DEFERRED)).isPresent());
        mail1.at(Duration.ofMinutes(320));
        assertThat(deferred).filteredOn(message -> now(message).isEmpty()).hasSizeGreaterThan(30);
        assertAllAccountedFor();
    }

    @Test
    void whatIsBeingDeliveredIsFinishedAndStaysOnHoldWithoutRecipients() {
        TestingHost mail2 = TestingHost.of(1);
        List<QueuedMessage> active = List.of();
        for (int second = 600; active.size() < 3; second++) {
            mail2.at(Duration.ofSeconds(second));
            active =
                    mail2.host.queue(CONFIG).stream()
                            .filter(message -> message.queue() == QueueName.ACTIVE)
                            .toList();
        }
        assertThat(mail2.host.change(CONFIG, QueueChange.HOLD, ids(active)))
                .hasSize(active.size() + 1);
        mail2.at(Duration.between(TestingHost.of(1).now(), mail2.now()).plusMinutes(3));
        List<QueueId> ids = active.stream().map(QueuedMessage::id).toList();
        List<QueuedMessage> after =
                mail2.host.queue(CONFIG).stream()
                        .filter(message -> ids.contains(message.id()))
                        .toList();
        assertThat(after)
                .hasSameSizeAs(active)
                .allMatch(message -> message.queue() == QueueName.HOLD)
                .anyMatch(message -> message.recipients().isEmpty());
        QueueId empty =
                after.stream()
                        .filter(message -> message.recipients().isEmpty())
                        .findFirst()
                        .orElseThrow()
                        .id();
        assertThat(mail2.host.log())
                .filteredOn(line -> line.contains(empty + ": "))
                .anyMatch(line -> line.contains(": placed on hold"))
                .anyMatch(line -> line.contains("status="))
                .noneMatch(line -> line.endsWith(": removed"));

        mail2.host.change(CONFIG, QueueChange.RELEASE, List.of(empty.value()));
        mail2.host.flush(CONFIG);
        mail2.at(Duration.between(TestingHost.of(1).now(), mail2.now()).plusMinutes(1));
        assertThat(mail2.host.queue(CONFIG)).noneMatch(message -> message.id().equals(empty));
        assertThat(mail2.host.log()).anyMatch(line -> line.endsWith(empty + ": removed"));
    }

    @Test
    void whatIsRequeuedComesBackUnderAnotherIdAtItsOldAge() {
        List<QueuedMessage> deferred = some(QueueName.DEFERRED, 20);
        assertThat(change(QueueChange.REQUEUE, deferred))
                .contains(deferred.getFirst().id() + ": requeued")
                .last()
                .isEqualTo("Requeued: 20 messages");
        mail1.at(Duration.ofMinutes(42));
        assertThat(deferred).allMatch(message -> now(message).isEmpty());
        QueuedMessage first = deferred.getFirst();
        String pickedUp =
                mail1.host.log().stream()
                        .filter(line -> line.endsWith(" orig_id=" + first.id()))
                        .findFirst()
                        .orElseThrow();
        assertThat(pickedUp)
                .matches(
                        ".* mail1 postfix/pickup\\[\\d+]: [0-9A-Za-z]+: uid=89 from=<.*> orig_id=.*");
        String id = pickedUp.replaceAll(".*]: ([0-9A-Za-z]+): .*", "$1");
        assertThat(mail1.host.log())
                .anyMatch(line -> line.contains(id + ": from=<" + first.sender() + ">"));
        assertThat(mail1.queue())
                .filteredOn(message -> message.id().value().equals(id))
                .allMatch(message ->
                        message.arrival().equals(first.arrival())
                                && message.size() > first.size()
                                && !message.id().equals(first.id()));
        assertAllAccountedFor();
    }

    @Test
    void whatIsExpiredIsReturnedAtTheNextAttemptUnlessItIsHeld() {
        List<QueuedMessage> old =
                mail1.queue().stream()
                        .filter(in(QueueName.DEFERRED))
                        .filter(message ->
                                message.recipients().getFirst().domain().equals("oldisp.example"))
                        .limit(6)
                        .toList();
        List<QueuedMessage> held = old.subList(0, 2);
        change(QueueChange.HOLD, held);
        assertThat(change(QueueChange.EXPIRE, old))
                .contains(old.getLast().id() + ": expired")
                .last()
                .isEqualTo("Force-expired: 6 messages");
        assertThat(old).allMatch(message -> now(message).orElseThrow().forcedExpire());
        mail1.at(Duration.ofMinutes(41));
        assertThat(old).allMatch(message -> now(message).isPresent());
        mail1.host.retry(CONFIG, ids(old));
        mail1.at(Duration.ofMinutes(43));
        assertThat(held).allMatch(message -> now(message).isPresent());
        assertThat(old.subList(2, 6)).allMatch(message -> now(message).isEmpty());
        assertThat(mail1.host.log())
                .anyMatch(line ->
                        line.contains(": from=<")
                                && line.endsWith(">, status=force-expired, returned to sender"));
    }

    @Test
    void onlyWhatIsHeldIsDeleted() {
        List<QueuedMessage> deferred = some(QueueName.DEFERRED, 4);
        assertThat(change(QueueChange.DELETE, deferred)).isEmpty();
        change(QueueChange.HOLD, deferred.subList(0, 1));
        assertThat(change(QueueChange.DELETE, deferred))
                .containsExactly(deferred.getFirst().id() + ": removed", "Deleted: 1 message");
        assertThat(now(deferred.getFirst())).isEmpty();
        assertThat(now(deferred.getLast())).isPresent();
        assertThat(mail1.totals().deleted()).isEqualTo(1);
        mail1.at(Duration.ofMinutes(60));
        assertAllAccountedFor();
    }

    @ParameterizedTest
    @EnumSource(QueueChange.class)
    void whatIsNotThereIsPassedOver(QueueChange change) {
        assertThat(
                        mail1.host.change(
                                CONFIG, change, List.of("4jY0W1q6s9zhhjW", "../../etc", "ALL", "")))
                .isEmpty();
    }

    @Test
    void aRetryComesBeforeTheTimeOfTheMessage() {
        List<QueuedMessage> waiting = some(QueueName.DEFERRED, 300).subList(200, 210);
        mail1.host.retry(CONFIG, ids(waiting));
        mail1.at(Duration.ofMinutes(40).plusSeconds(20));
        for (QueuedMessage message : waiting) {
            assertThat(mail1.host.log())
                    .filteredOn(line -> line.contains(message.id() + ": from=<"))
                    .anyMatch(line ->
                            line.contains("Nov 24 08:40:") && line.endsWith("(queue active)"));
        }
    }

    @Test
    void aFlushTriesEverythingOrOneSite() {
        TestingHost mail2 = TestingHost.of(1).at(Duration.ofMinutes(40));
        long waiting = in(mail2, QueueName.DEFERRED);
        assertThat(mail2.host.flush(CONFIG, "nowhere.example")).isFalse();
        assertThat(mail2.host.flush(CONFIG, "oldisp.example")).isTrue();
        long before = mail2.totals().deferrals();
        mail2.at(Duration.ofMinutes(41));
        long bySite = mail2.totals().deferrals() - before;
        mail2.host.flush(CONFIG);
        mail2.at(Duration.ofMinutes(42));
        assertThat(bySite).isBetween(1L, waiting - 1);
        assertThat(mail2.totals().deferrals() - before - bySite).isGreaterThan(bySite);
    }

    private static long in(TestingHost host, QueueName queue) {
        return host.host.queue(CONFIG).stream().filter(in(queue)).count();
    }

    private static Predicate<QueuedMessage> in(QueueName queue) {
        return message -> message.queue() == queue;
    }

    private List<QueuedMessage> some(QueueName queue, int count) {
        List<QueuedMessage> found = mail1.queue().stream().filter(in(queue)).limit(count).toList();
        assertThat(found).hasSize(count);
        return found;
    }

    private List<String> change(QueueChange change, List<QueuedMessage> messages) {
        return mail1.host.change(CONFIG, change, ids(messages));
    }

    private static List<String> ids(List<QueuedMessage> messages) {
        return messages.stream().map(message -> message.id().value()).toList();
    }

    private Optional<QueuedMessage> now(QueuedMessage message) {
        return mail1.queue().stream().filter(one -> one.id().equals(message.id())).findFirst();
    }

    private void assertAllAccountedFor() {
        Totals totals = mail1.totals();
        assertThat(totals.arrived())
                .isEqualTo(
                        totals.queued() + totals.delivered() + totals.bounced() + totals.deleted());
    }
}
