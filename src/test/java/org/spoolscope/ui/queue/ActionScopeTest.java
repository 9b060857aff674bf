package org.spoolscope.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.action.Verb;
import org.spoolscope.postfix.TestingJudgement;
import org.spoolscope.ui.action.ActionGate;
import org.spoolscope.ui.action.Chosen;
import org.spoolscope.ui.action.TestingDesk;
import org.spoolscope.ui.fx.Background;

class ActionScopeTest {
    private final InstantSource clock = InstantSource.fixed(TestingFleet.NOW);
    private final TestingDesk desk = new TestingDesk(clock);
    private final ActionGate gate = desk.gate();
    private final Background background = new Background(Runnable::run, Runnable::run);
    private final QueueViewModel model =
            new QueueViewModel(background, clock, TestingJudgement.BUILT_IN);
    private final ActionScope scope = new ActionScope(model, gate, background);
    private final QueueRows rows =
            rows(
                    server(
                            "mail1",
                            message("A00001", QueueName.HOLD),
                            message("A00002", QueueName.DEFERRED),
                            message("A00003", QueueName.ACTIVE)));

    @BeforeEach
    void fleet() {
        model.show(new FleetSnapshot(List.of(TestingFleet.server("mail1", null))));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    /// By id.
    private static QueueRows rows(ServerSnapshot... servers) {
        return RowOrder.sorted(
                QueueRows.of(List.of(servers)), QueueColumn.ID, false, TestingFleet.NOW);
    }

    private static ServerSnapshot server(String name, QueuedMessage... messages) {
        return TestingFleet.server(name, TestingFleet.listing(TestingFleet.NOW, List.of(messages)));
    }

    private static QueuedMessage message(String id, QueueName queue) {
        return new QueuedMessage(
                "-",
                queue,
                new QueueId(id),
                TestingFleet.NOW.minusSeconds(60),
                1_000,
                "news@example.org",
                List.of(new Recipient("kunde@example.com", null)),
                false);
    }

    private static BitSet places(int... places) {
        BitSet set = new BitSet();
        for (int place : places) {
            set.set(place);
        }
        return set;
    }

    private static List<String> ids(Chosen chosen) {
        List<String> ids = new ArrayList<>();
        chosen.forEach((server, message) -> ids.add(server + "/" + message.id()));
        return ids;
    }

    @Test
    void whatAppliesToAnyOfThemIsOffered() {
        scope.show(rows, places());
        assertThat(scope.state().get().selected()).isFalse();
        assertThat(scope.state().get().messages()).isEqualTo(3);
        assertThat(scope.state().get().verbs())
                .containsExactlyInAnyOrder(
                        Verb.HOLD,
                        Verb.RELEASE,
                        Verb.RETRY,
                        Verb.REQUEUE,
                        Verb.EXPIRE,
                        Verb.DELETE);
        scope.show(rows, places(0));
        assertThat(scope.state().get().selected()).isTrue();
        assertThat(scope.state().get().messages()).isEqualTo(1);
        assertThat(scope.state().get().verbs())
                .containsExactlyInAnyOrder(Verb.RELEASE, Verb.REQUEUE, Verb.EXPIRE, Verb.DELETE);
        scope.show(rows, places(2));
        assertThat(scope.state().get().verbs())
                .containsExactlyInAnyOrder(Verb.HOLD, Verb.EXPIRE, Verb.DELETE);
        scope.show(QueueRows.NONE, places());
        assertThat(scope.state().get().verbs()).isEmpty();
    }

    @Test
    void whatWasChosenStaysWhateverIsShownLater() {
        scope.show(rows, places(1, 2));
        Chosen some = scope.chosen();
        scope.show(rows, places());
        Chosen all = scope.chosen();
        scope.show(QueueRows.NONE, places());
        assertThat(ids(some)).containsExactly("mail1/A00002", "mail1/A00003");
        assertThat(ids(all)).containsExactly("mail1/A00001", "mail1/A00002", "mail1/A00003");
    }

    @Test
    void nothingIsOfferedWhereItIsReadOnly() {
        scope.show(rows, places());
        gate.readOnly(true);
        assertThat(scope.state().get().verbs()).isEmpty();
        assertThat(scope.state().get().refusal().toString())
                .isEqualTo("Spoolscope is read-only: nothing is changed anywhere.");
        gate.readOnly(false);
        assertThat(scope.state().get().verbs()).isNotEmpty();
    }

    @Test
    void messagesOfAReadOnlyServerAreLeftAlone() {
        model.show(
                new FleetSnapshot(
                        List.of(
                                TestingFleet.server("mail1", null),
                                TestingFleet.readOnly("mail2"))));
        QueueRows mixed =
                rows(
                        server("mail1", message("A00001", QueueName.HOLD)),
                        server("mail2", message("A00002", QueueName.DEFERRED)));
        scope.show(mixed, places());
        assertThat(scope.state().get().refusal().isEmpty()).isTrue();
        assertThat(scope.state().get().verbs()).doesNotContain(Verb.HOLD).contains(Verb.RELEASE);
        model.ask(query -> query.on("mail2"));
        scope.show(mixed, places(1));
        assertThat(scope.state().get().refusal().toString())
                .isEqualTo("mail2 is read-only: nothing is changed there.");
    }

    @Test
    void theOneDomainThatIsLookedAtIsKnown() {
        assertThat(scope.domain()).isNull();
        model.filter("domain:Example.com");
        assertThat(scope.domain()).isEqualTo("example.com");
        model.filter("domain:example.com age>2h");
        assertThat(scope.domain()).isNull();
        model.ask(query -> query.at(ShapeCell.line("example.net")));
        assertThat(scope.domain()).isEqualTo("example.net");
    }
}
