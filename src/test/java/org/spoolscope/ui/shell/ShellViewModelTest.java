package org.spoolscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolscope.ui.TestingSnapshot.NOW;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.Link;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.blocklist.TestingLists;
import org.spoolscope.ui.control.Tone;

final class ShellViewModelTest {
    private static final Place FLEET = new Place.FleetOverview();
    private static final Place QUEUE = new Place.Queue("");
    private static final Place MAIL1 = new Place.Server("mail1");

    private final ShellViewModel shell = new ShellViewModel();

    @Test
    void goesBackAndForward() {
        shell.go(QUEUE);
        shell.go(MAIL1);
        shell.goBack();
        assertThat(shell.place().get()).isEqualTo(QUEUE);
        shell.goBack();
        shell.goBack();
        assertThat(shell.place().get()).isEqualTo(FLEET);
        shell.goForward();
        assertThat(shell.place().get()).isEqualTo(QUEUE);
        shell.go(FLEET);
        shell.goForward();
        assertThat(shell.place().get()).isEqualTo(FLEET);
    }

    @Test
    void goingWhereOneIsChangesNothing() {
        shell.go(QUEUE);
        shell.go(QUEUE);
        shell.goBack();
        assertThat(shell.place().get()).isEqualTo(FLEET);
    }

    @Test
    void aRemovedServersPageIsLeftAndNotReturnedTo() {
        shell.go(MAIL1);
        shell.forget("mail1");
        assertThat(shell.place().get()).isEqualTo(FLEET);
        shell.goBack();
        assertThat(shell.place().get()).isEqualTo(FLEET);
    }

    @Test
    void allPagesOfARemovedServerAreLeft() {
        List<Place> ofMail1 =
                List.of(
                        new Place.Log("mail1", "status:deferred"),
                        new Place.Message("mail1", "AAAAAA1"),
                        new Place.Destinations("mail1"));
        for (Place place : ofMail1) {
            shell.go(QUEUE);
            shell.go(place);
            shell.forget("mail1");
            assertThat(shell.place().get()).isEqualTo(FLEET);
        }
        Place ofAll = new Place.Log("", "mail1");
        shell.go(ofAll);
        shell.forget("mail1");
        assertThat(shell.place().get()).isEqualTo(ofAll);
    }

    @Test
    void rowsKeepTheirIdentity() {
        show(TestingSnapshot.of("mail1"), TestingSnapshot.of("mail2"));
        List<NavigationRow> before = List.copyOf(shell.rows());
        show(TestingSnapshot.of("mail2").queued(77), TestingSnapshot.of("mail3"));
        assertThat(shell.rows().getFirst()).isSameAs(before.getLast());
        assertThat(shell.rows()).extracting(NavigationRow::name).containsExactly("mail2", "mail3");
        assertThat(shell.rows().getFirst().state().get().note()).hasToString("77");
    }

    @Test
    void countsWhatIsLiveAndQueued() {
        show(
                TestingSnapshot.of("mail1").queued(1_000),
                TestingSnapshot.of("mail2").queued(234),
                TestingSnapshot.of("mail3").queued(0).link(new Link.Paused()));
        assertThat(shell.live().get()).hasToString("2 of 3 servers live");
        assertThat(shell.queued().get()).hasToString("1,234");
        assertThat(shell.servers().get()).hasToString("3");
        assertThat(shell.rows().getLast().state().get())
                .extracting(NavigationRow.State::tone, state -> state.note().toString())
                .containsExactly(Tone.OFF, "Paused");
    }

    @Test
    void countsListings() {
        show(TestingSnapshot.of("mail1"), TestingSnapshot.of("mail2"));
        assertThat(shell.listings().get()).hasToString("");
        show(
                TestingSnapshot.of("mail1").lists(TestingLists.listedOnce()),
                TestingSnapshot.of("mail2").lists(TestingLists.listedOnce()));
        assertThat(shell.listings().get()).hasToString("2");
    }

    @Test
    void saysThatThereAreNoServers() {
        show();
        assertThat(shell.live().get()).hasToString("No servers yet");
        assertThat(shell.queued().get()).hasToString("");
    }

    private void show(TestingSnapshot... servers) {
        shell.show(new FleetSnapshot(Stream.of(servers).map(TestingSnapshot::build).toList()), NOW);
    }
}
