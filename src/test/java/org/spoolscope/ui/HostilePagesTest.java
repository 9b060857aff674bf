package org.spoolscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spoolscope.HostileText;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.Growth;
import org.spoolscope.model.History;
import org.spoolscope.model.Instance;
import org.spoolscope.model.InstanceQueue;
import org.spoolscope.model.KnownQueue;
import org.spoolscope.model.Link;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.LogWindow;
import org.spoolscope.model.QueueListing;
import org.spoolscope.model.QueueTable;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.blocklist.ListWatch;
import org.spoolscope.monitor.TraceResult;
import org.spoolscope.postfix.PostqueueJson;
import org.spoolscope.postfix.TestingJudgement;
import org.spoolscope.postfix.cause.CauseRules;
import org.spoolscope.postfix.figures.LogFigures;
import org.spoolscope.postfix.log.LogLine;
import org.spoolscope.postfix.log.LogParser;
import org.spoolscope.postfix.provider.Providers;
import org.spoolscope.store.CausesFile;
import org.spoolscope.store.ProvidersFile;
import org.spoolscope.ui.action.ActionGate;
import org.spoolscope.ui.action.AskedRequests;
import org.spoolscope.ui.blocklist.BlocklistsView;
import org.spoolscope.ui.blocklist.BlocklistsViewModel;
import org.spoolscope.ui.blocklist.TestingLists;
import org.spoolscope.ui.control.AddressHiding;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.deliverability.DeliverabilityView;
import org.spoolscope.ui.deliverability.DeliverabilityViewModel;
import org.spoolscope.ui.deliverability.TestingChecks;
import org.spoolscope.ui.destination.DestinationsView;
import org.spoolscope.ui.destination.DestinationsViewModel;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.log.LogView;
import org.spoolscope.ui.log.LogViewModel;
import org.spoolscope.ui.message.MessageQuery;
import org.spoolscope.ui.message.MessageView;
import org.spoolscope.ui.message.MessageViewModel;
import org.spoolscope.ui.message.WindowSearch;
import org.spoolscope.ui.queue.ActionScope;
import org.spoolscope.ui.queue.QueueView;
import org.spoolscope.ui.queue.QueueViewModel;
import org.spoolscope.ui.state.WindowState;
import org.spoolscope.ui.theme.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Goal H1: what hostile mail left in a real Postfix's log and queue (`HostileLabTest`), on the
/// pages that show it: no control or format character reaches the scene graph, and no person's name
/// while addresses are hidden.
class HostilePagesTest {
    private static final Instant NOW = Instant.parse("2026-11-28T16:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Times TIMES = new Times(ZoneOffset.UTC);

    /// As another syslog daemon than Postfix's own may let them through.
    private static final String[] RAW = {
        "to=<\"\u001b[2J\u0007\0\u0085\u009b\"@esc.example>, relay=mx.\u202eesc.example[192.0.2.1]:25,"
                + " delay=1, delays=0/0/0/1, dsn=4.0.0, status=deferred (host mx.\u2066esc.example"
                + "[192.0.2.1] said: 450 4.2.1 \u001b]0;x\u0007 \udb40\udc41 \u200b (in reply to RCPT"
                + " TO command))",
        "to=<x@\u202eesc.example>, relay=none, delay=1, delays=0/0/0/1, dsn=5.0.0, status=bounced"
                + " (\u001b[1m \r \u2028 no such \u202euser)"
    };

    private final FxRobot robot = new FxRobot();
    private final Background here = new Background(Runnable::run, Runnable::run);
    private final Set<String> texts = new TreeSet<>();
    private final Set<String> hidden = new TreeSet<>();
    private @Nullable Stage stage;

    @BeforeAll
    static void start() {
        Screen.start();
    }

    @AfterEach
    void nothingRawWasShown() {
        Stage window = stage;
        if (window != null) {
            Screen.onScreen(window::close);
        }
        assertThat(texts).anyMatch(text -> text.contains("⟨U+202E⟩"));
        for (String text : texts) {
            assertThat(HostileText.rawIn(text)).as(text).isEmpty();
        }
        for (String text : hidden) {
            assertThat(HiddenText.namesIn(text)).as(text).isEmpty();
        }
    }

    @Test
    void log() throws IOException {
        LogViewModel model = new LogViewModel(here, CLOCK, TestingJudgement.BUILT_IN);
        show(() -> new LogView(model, TIMES, CLOCK, (_, _) -> {}));
        FleetSnapshot fleet = fleet();
        Screen.onScreen(() -> model.show(fleet));
        robot.interact(() -> robot.lookup("#log-lines").query().requestFocus());
        for (int i = 0; i < 30; i++) {
            collect();
            robot.push(KeyCode.PAGE_UP);
        }
        assertThat(texts).anyMatch(text -> text.contains("⟨U+001B⟩"));
        assertThat(texts).anyMatch(text -> !HiddenText.namesIn(text).isEmpty());
    }

    @Test
    void message() throws IOException {
        MessageViewModel model =
                new MessageViewModel(
                        here,
                        CLOCK,
                        new WindowSearch(CLOCK),
                        (_, _, _) -> new TraceResult.NoLink());
        show(() -> new MessageView(model, TIMES, model::find, (_, _) -> {}));
        FleetSnapshot fleet = fleet();
        Screen.onScreen(() -> model.show(fleet));
        List<String> ids = new ArrayList<>(List.of("FFFFFF0", "FFFFFF1"));
        for (byte[] line : lines()) {
            String text = new String(line, StandardCharsets.UTF_8);
            String[] words = text.split(": ", 3);
            if (text.contains(": to=<") && !HostileText.rawIn(text).isEmpty()) {
                ids.add(words[1]);
            }
        }
        assertThat(ids).hasSizeGreaterThan(15);
        for (String id : ids) {
            Screen.onScreen(() -> model.find(new MessageQuery("mail1", id)));
            assertThat(model.answer().get().found()).as(id).hasSize(1);
            collect();
        }
        assertThat(texts).anyMatch(text -> !HiddenText.namesIn(text).isEmpty());
    }

    @Test
    void destinations() throws IOException {
        DestinationsViewModel model = new DestinationsViewModel(CLOCK);
        show(() -> new DestinationsView(model, TIMES, _ -> {}, (_, _) -> {}));
        FleetSnapshot fleet = fleet();
        Screen.onScreen(() -> model.show(fleet));
        choose(3, robot.lookup("#destinations").queryTableView());
    }

    @Test
    void queue() throws IOException {
        QueueViewModel model = new QueueViewModel(here, CLOCK, TestingJudgement.BUILT_IN);
        ActionScope scope =
                new ActionScope(model, ActionGate.closed(DisplayText.of("no journal")), here);
        show(() ->
                new QueueView(
                        model,
                        scope,
                        new AskedRequests(),
                        TIMES,
                        WindowState.ofThisRun(),
                        (_, _) -> {},
                        _ -> {}));
        FleetSnapshot fleet = fleet();
        Screen.onScreen(() -> model.show(fleet));
        choose(1, robot.lookup("#messages").queryTableView());
        assertThat(texts).anyMatch(text -> !HiddenText.namesIn(text).isEmpty());
    }

    /// What a list, a resolver and a receiver may say.
    @Test
    void blocklists() {
        BlocklistsViewModel model = new BlocklistsViewModel(here, CLOCK, TIMES);
        show(() -> new BlocklistsView(model, TestingLists.desk(), _ -> {}, _ -> {}, (_, _) -> {}));
        Screen.onScreen(() ->
                model.show(TestingLists.saying("\u202e\u001b[2J\u0007 listed \udb40\udc41\u2028")));
        robot.interact(() -> robot.lookup("#blocklist-matrix").query().requestFocus());
        robot.push(KeyCode.ENTER);
        collect();
        assertThat(texts).anyMatch(text -> text.contains("⟨U+001B⟩[2J"));
    }

    /// What a record and a log may say.
    @Test
    void deliverability() {
        DeliverabilityViewModel model =
                new DeliverabilityViewModel(
                        here,
                        CLOCK,
                        TestingChecks.saying("\u202e\u001b[2J\u0007 name \udb40\udc41\u2028"));
        show(() -> new DeliverabilityView(model, _ -> {}));
        Screen.onScreen(() -> model.show(TestingChecks.only()));
        collect();
        assertThat(texts).anyMatch(text -> text.contains("⟨U+001B⟩[2J"));
    }

    private void choose(int step, TableView<?> table) {
        int rows = table.getItems().size();
        assertThat(rows).isGreaterThan(20);
        for (int i = 0; i < rows; i += step) {
            int row = i;
            Screen.onScreen(() -> {
                table.scrollTo(row);
                table.getSelectionModel().clearAndSelect(row);
            });
            collect();
        }
    }

    private void show(Supplier<Parent> view) {
        stage =
                Screen.onScreen(() -> {
                    Stage window = new Stage();
                    window.setScene(Screen.scene(view.get(), Appearance.DARK, 960, 700));
                    window.show();
                    window.requestFocus();
                    return window;
                });
    }

    /// What the scene graph says now, to the eye and to a screen reader.
    private void collect() {
        WaitForAsyncUtils.waitForFxEvents();
        Screen.onScreen(() -> {
            Parent root = Objects.requireNonNull(stage).getScene().getRoot();
            Set<String> before = laidOut(root);
            texts.addAll(before);
            AddressHiding.hide(true);
            hidden.addAll(laidOut(root));
            AddressHiding.hide(false);
            assertThat(laidOut(root)).isEqualTo(before);
        });
    }

    private static Set<String> laidOut(Parent root) {
        root.applyCss();
        root.layout();
        return ShownText.of(root);
    }

    private static FleetSnapshot fleet() throws IOException {
        LogWindow.Writer newest = new LogWindow.Writer(16 << 20);
        LogFigures figures =
                new LogFigures(
                        new CauseRules(CausesFile.builtIn()),
                        new Providers(ProvidersFile.builtIn()));
        LogParser parser = new LogParser(ZoneOffset.UTC, CLOCK);
        LogLine parsed = new LogLine();
        for (byte[] line : lines()) {
            newest.add(line, 0, line.length);
            parser.parse(line, 0, line.length, parsed);
            figures.fold(parsed);
        }
        LogWindow window = newest.window();
        LogSnapshot log =
                new LogSnapshot(
                        List.of(TestingLog.FILE),
                        "",
                        0,
                        window.end(),
                        0,
                        0,
                        window,
                        figures.rates(),
                        figures.destinations(200),
                        figures.causes(200),
                        List.of());
        QueueListing listing =
                new QueueListing(
                        NOW,
                        Duration.ofMillis(300),
                        QueueTable.of(
                                PostqueueJson.readAll(
                                                "-", new ByteArrayInputStream(bytes("queue.jsonl")))
                                        .messages()),
                        true,
                        0);
        Instance instance = new Instance("-", "", true, "/etc/postfix");
        return new FleetSnapshot(
                List.of(
                        new ServerSnapshot(
                                ServerConfig.of("mail1", "mail1.example.org"),
                                1,
                                NOW,
                                new Link.Online(NOW, null),
                                null,
                                List.of(new InstanceQueue(instance, KnownQueue.of(listing))),
                                null,
                                History.keeping(1),
                                Growth.UNKNOWN,
                                List.of(),
                                null,
                                log,
                                ListWatch.NONE)));
    }

    private static List<byte[]> lines() throws IOException {
        List<byte[]> lines = new ArrayList<>();
        byte[] log = bytes("mail.log");
        int from = 0;
        for (int i = 0; i < log.length; i++) {
            if (log[i] == '\n') {
                lines.add(Arrays.copyOfRange(log, from, i));
                from = i + 1;
            }
        }
        for (int i = 0; i < RAW.length; i++) {
            lines.add(
                    ("Nov 28 15:59:0" + i + " mail postfix/smtp[1]: FFFFFF" + i + ": " + RAW[i])
                            .getBytes(StandardCharsets.UTF_8));
        }
        return lines;
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(HostileText.class.getResourceAsStream("hostile/" + name))) {
            return in.readAllBytes();
        }
    }
}
