package org.spoolscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.fx.Background;

/// What the palette offers, and what is done when it is taken.
class PaletteTest {
    private final List<String> done = new ArrayList<>();
    private final PaletteViewModel palette =
            new PaletteViewModel(
                    new Background(Runnable::run, Runnable::run),
                    place -> done.add(place.toString()),
                    address -> done.add("check " + address),
                    () ->
                            List.of(
                                    command("Check the blocklists now"),
                                    command("Dark theme"),
                                    command("Add server")));

    private Command command(String name) {
        return new Command(DisplayText.of(name), DisplayText.EMPTY, () -> done.add(name));
    }

    @BeforeEach
    void twoServers() {
        palette.show(
                new FleetSnapshot(
                        List.of(
                                TestingSnapshot.of("mail1").queued(1_234).build(),
                                TestingSnapshot.of("relay-osl").build())));
    }

    private List<String> titles(String typed) {
        palette.type(typed);
        return palette.items().get().stream().map(item -> item.title().toString()).toList();
    }

    /// What Enter does.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mail1                | Server[name=mail1]
                    MAIL                 | Server[name=mail1]
                    osl                  | Server[name=relay-osl]
                    relay-osl.example    | Server[name=relay-osl]
                    192.0.2.13           | check 192.0.2.13
                    [192.0.2.13]         | check 192.0.2.13
                    2001:db8::25         | check 2001:db8::25
                    00000007             | Message[server=mail1, term=00000007]
                    4F2B91C0A7           | Message[server=, term=4F2B91C0A7]
                    ann@shop.example     | Message[server=, term=ann@shop.example]
                    <x1@shop.example>    | Message[server=, term=x1@shop.example]
                    blockl               | Blocklists[server=]
                    queue                | Queue[filter=]
                    dark                 | Dark theme
                    check                | Check the blocklists now
                    add                  | Add server
                    to:gmail.com age>2h  | Queue[filter=to:gmail.com age>2h]
                    mailbox is full      | Queue[filter=mailbox is full]
                    999.0.2.1            | Queue[filter=999.0.2.1]
                    """)
    void theLikeliestComesFirst(String typed, String does) {
        palette.type(typed);
        assertThat(palette.take()).isTrue();
        assertThat(done).containsExactly(does);
    }

    /// Nothing that only looks a little like an address is asked about.
    @ParameterizedTest
    @ValueSource(strings = {"1.2", "10", "192.0.2.256", "fe80::1%eth0", "mail1", "a:b", "::g", ""})
    void noAddress(String typed) {
        assertThat(PaletteTerm.of(typed).isIp()).isFalse();
    }

    @Test
    void anIdThatIsQueuedIsOfferedBeforeTheSearchForIt() {
        assertThat(titles("00000007"))
                .startsWith("00000007", "00000007")
                .contains(
                        "Follow 00000007",
                        "Search the queue: 00000007",
                        "Search the log: 00000007");
        assertThat(palette.items().get().getFirst().detail())
                .hasToString("mail1 · deferred · from news@shop.example");
    }

    @Test
    void anEmptyFieldOffersPagesAndCommands() {
        assertThat(titles(""))
                .containsExactly(
                        "Fleet",
                        "Queue",
                        "Log",
                        "Destinations",
                        "Blocklists",
                        "Deliverability",
                        "Actions",
                        "Check the blocklists now",
                        "Dark theme",
                        "Add server");
    }

    @Test
    void theArrowsGoRound() {
        palette.type("relay");
        int count = palette.items().get().size();
        assertThat(count).isEqualTo(3);
        palette.move(-1);
        assertThat(palette.chosen().get()).isEqualTo(count - 1);
        palette.move(1);
        palette.move(1);
        assertThat(palette.take()).isTrue();
        assertThat(done).containsExactly("Queue[filter=relay]");
        palette.type("mail");
        assertThat(palette.chosen().get()).isZero();
    }

    @Test
    void whatIsTypedIsMadeHarmless() {
        assertThat(titles("\u202eevil"))
                .containsExactly("Search the queue: ⟨U+202E⟩evil", "Search the log: ⟨U+202E⟩evil");
    }
}
