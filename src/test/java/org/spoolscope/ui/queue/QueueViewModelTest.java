package org.spoolscope.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.postfix.QueueGroups.By;
import org.spoolscope.postfix.TestingJudgement;
import org.spoolscope.ui.fx.Background;

class QueueViewModelTest {
    private static final Instant NOW = TestingFleet.NOW;
    private static final String FULL =
            "host mx.example.net[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)";

    private final List<Runnable> work = new ArrayList<>();
    private Instant time = NOW;
    private final QueueViewModel model =
            new QueueViewModel(
                    new Background(work::add, Runnable::run),
                    (InstantSource) () -> time,
                    TestingJudgement.BUILT_IN);

    private static final QueuedMessage OLD =
            TestingFleet.message(
                    "AAAAAA1", Duration.ofHours(3), "a@example.org", "x@example.net", FULL);
    private static final QueuedMessage NEW =
            TestingFleet.message(
                    "BBBBBB2",
                    Duration.ofMinutes(7),
                    "b@example.org",
                    "y@example.com",
                    "connect to mx.example.com[192.0.2.2]:25: Connection refused");
    private static final QueuedMessage MIDDLE =
            TestingFleet.message("CCCCCC3", Duration.ofMinutes(50), "", "z@example.net", FULL);

    private static FleetSnapshot fleet(QueuedMessage... messages) {
        return new FleetSnapshot(
                List.of(
                        TestingFleet.server(
                                "mail1",
                                TestingFleet.listing(NOW.minusSeconds(12), List.of(messages)))));
    }

    private void finish() {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }

    private List<String> ids() {
        return model.answer().get().rows().stream().map(row -> row.message().id().value()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                | AGE       | true  | AAAAAA1 CCCCCC3 BBBBBB2
                    ''                | AGE       | false | BBBBBB2 CCCCCC3 AAAAAA1
                    ''                | SENDER    | false | CCCCCC3 AAAAAA1 BBBBBB2
                    ''                | RECIPIENT | true  | CCCCCC3 BBBBBB2 AAAAAA1
                    ''                | SIZE      | false | AAAAAA1 CCCCCC3 BBBBBB2
                    domain:example.net| AGE       | true  | AAAAAA1 CCCCCC3
                    age>30m           | ID        | true  | CCCCCC3 AAAAAA1
                    from:<>           | AGE       | true  | CCCCCC3
                    ''                | NEXT      | false | BBBBBB2 CCCCCC3 AAAAAA1
                    ''                | BOUNCE    | false | AAAAAA1 CCCCCC3 BBBBBB2
                    refused           | AGE       | true  | BBBBBB2
                    """)
    void filtersAndSorts(String filter, QueueColumn column, boolean descending, String expected) {
        model.show(fleet(OLD, NEW, MIDDLE));
        model.filter(filter);
        model.ask(query -> query.sorted(column, descending));
        finish();
        assertThat(String.join(" ", ids())).isEqualTo(expected);
    }

    @Test
    void aMistakeIsToldAndTheLastGoodFilterStays() {
        model.show(fleet(OLD, NEW, MIDDLE));
        model.filter("age>30m");
        finish();
        model.filter("age>30x");
        finish();
        assertThat(model.mistake().get()).isNotNull();
        assertThat(model.mistake().get().column()).isEqualTo(7);
        assertThat(ids()).containsExactly("AAAAAA1", "CCCCCC3");
        model.filter("age>30m");
        assertThat(model.mistake().get()).isNull();
        assertThat(work).isEmpty();
    }

    @Test
    void aSnapshotOfTheSameListingIsNotSearchedAgain() {
        FleetSnapshot fleet = fleet(OLD, NEW);
        model.show(fleet);
        finish();
        model.show(new FleetSnapshot(fleet.servers()));
        assertThat(work).isEmpty();
        model.show(fleet(OLD, NEW));
        assertThat(work).hasSize(1);
    }

    @Test
    void agesAreCountedAnewWhenNoListingComes() {
        FleetSnapshot fleet = fleet(NEW);
        model.filter("age>7m");
        model.show(fleet);
        finish();
        assertThat(ids()).isEmpty();
        time = NOW.plusSeconds(31);
        model.show(fleet);
        finish();
        assertThat(ids()).containsExactly("BBBBBB2");
    }

    @Test
    void anAnswerToAnEarlierQuestionIsDropped() {
        List<Runnable> screen = new ArrayList<>();
        QueueViewModel late =
                new QueueViewModel(
                        new Background(work::add, screen::add),
                        InstantSource.fixed(NOW),
                        TestingJudgement.BUILT_IN);
        List<Integer> seen = new ArrayList<>();
        late.answer().addListener((_, _, answer) -> seen.add(answer.rows().size()));
        late.show(fleet(OLD, NEW));
        finish();
        late.filter("id:BBBBBB2");
        finish();
        screen.forEach(Runnable::run);
        assertThat(seen).containsExactly(1);
    }

    @Test
    void aGroupNarrowsTheListButNotTheOtherGroups() {
        model.show(fleet(OLD, NEW, MIDDLE));
        finish();
        String key = model.answer().get().groups().getFirst().key();
        model.ask(query -> query.in(new GroupChoice(By.CAUSE, key)));
        finish();
        assertThat(ids()).containsExactly("AAAAAA1", "CCCCCC3");
        assertThat(model.answer().get().groups())
                .extracting(group -> group.messages())
                .containsExactly(2, 1);
        assertThat(model.answer().get().shape().total().recipients()).isEqualTo(2);
        model.ask(query -> query.at(ShapeCell.of("example.net", 4)));
        finish();
        assertThat(ids()).containsExactly("CCCCCC3");
        model.ask(query -> query.by(By.SENDER));
        finish();
        assertThat(model.query().get().group()).isNull();
    }

    @Test
    void saysHowOldWhatItShowsIsAndWhatItDoesNotSee() {
        QueueListing listing = TestingFleet.listing(NOW.minusSeconds(300), List.of(OLD));
        ServerSnapshot down =
                TestingFleet.snapshot(
                        "mail2",
                        new Link.Down(new LinkFailure.Lost(true, ""), NOW, 1, null),
                        List.of(
                                new InstanceQueue(
                                        TestingFleet.instance("-"), KnownQueue.of(listing))));
        List<ServerSnapshot> servers = new ArrayList<>(fleet(NEW).servers());
        servers.add(down);
        servers.add(TestingFleet.server("mail3", null));
        model.show(new FleetSnapshot(servers));
        finish();
        assertThat(model.status().get().summary())
                .hasToString("2 messages on 2 servers · listed 12 s ago");
        assertThat(model.status().get().notes())
                .extracting(Object::toString)
                .containsExactly(
                        "mail2: no link. Its messages are shown as they were 5 min ago.",
                        "mail3: its queue has not been listed yet.");
        model.ask(query -> query.on("mail2"));
        finish();
        assertThat(model.status().get().summary()).hasToString("1 message on mail2");
    }

    @Test
    void nothingIsSearchedWhileThePageIsHidden() {
        model.setShowing(false);
        model.show(fleet(OLD));
        assertThat(work).isEmpty();
        model.setShowing(true);
        finish();
        assertThat(ids()).containsExactly("AAAAAA1");
    }
}
