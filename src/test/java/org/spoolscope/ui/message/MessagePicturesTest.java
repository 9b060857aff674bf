package org.spoolscope.ui.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.InstanceSettings;
import org.spoolscope.model.LogSource;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Tries;
import org.spoolscope.monitor.TraceResult;
import org.spoolscope.monitor.search.SearchedFile;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.TestingLog;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.theme.Appearance;
import org.spoolscope.ui.theme.Style;

/// Renders the page in both themes and at both sizes, for people to look at.
class MessagePicturesTest {
    @BeforeAll
    static void start() {
        Screen.start();
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1440, 900", "DARK, 1024, 700", "LIGHT, 1024, 700"})
    void showsJourneys(Appearance appearance, int width, int height) {
        String suffix = "-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + width;
        Size size = new Size(appearance, width - 196, height - 70);
        Scene one =
                picture(
                        "message" + suffix,
                        size,
                        "4jYLjV1VpyzBxDf",
                        List.of(TestingTimelines.campaign()));
        assertThat(((Label) one.lookup("#message-about")).getText())
                .isEqualTo("mail1 · 1 h 52 min old · 4,300 bytes");
        assertThat(((Label) one.lookup("#message-next")).getText())
                .isEqualTo("between 15:26 and 15:31, in 55–60 min");
        assertThat(((Label) one.lookup("#message-bounce")).getText())
                .isEqualTo("to its sender in 4 d 22 h (between 2026-03-18 12:40 and 13:51)");
        picture(
                "message-several" + suffix,
                size,
                "ola@gmail.example",
                Stream.concat(
                                Stream.of(TestingTimelines.cut(4)),
                                IntStream.range(5, 12).mapToObj(TestingTimelines::cut))
                        .toList());
        picture("message-none" + suffix, size, "4jYLjV1VpyzBxDf", List.of());
        picture("message-nothing-asked" + suffix, size, "", List.of());
        OldLogs searched =
                new TestingOldLogs()
                        .file(SearchedFile.State.DENIED, 1, 4, "/var/log/mail.log.3.gz")
                        .file(SearchedFile.State.SEARCHING, 2, 4, "/var/log/mail.log.2.xz")
                        .file(SearchedFile.State.NO_TOOL, 2, 4, "/var/log/mail.log.2.xz")
                        .file(SearchedFile.State.SEARCHING, 3, 4, "/var/log/mail.log.1")
                        .file(SearchedFile.State.SEARCHING, 4, 4, "/var/log/mail.log")
                        .lines("mail1", true);
        OldLogs denied =
                (_, _, _) ->
                        new TraceResult.NoFile(
                                List.of(
                                        new LogSource.Unreadable(
                                                "/var/log/mail.log",
                                                "Postfix writes it itself (maillog_file).",
                                                "usermod -aG adm ops")));
        picture("message-old-none" + suffix, size, "4jYLjV1VpyzBxDf", List.of(), searched);
        picture("message-old-denied" + suffix, size, "4jYLjV1VpyzBxDf", List.of(), denied);
        picture(
                "message-incomplete" + suffix,
                size,
                "4jYLjV1VpyzBxDf",
                List.of(TestingTimelines.cut(4)));
    }

    /// While it runs: the search stays at a file.
    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1024, 700"})
    void showsASearchThatRuns(Appearance appearance, int width, int height) {
        OldSearch running =
                new OldSearch(
                        "4jYLjV1VpyzBxDf",
                        List.of(
                                OldSearch.Server.beginning("mail1")
                                        .at(
                                                1,
                                                new SearchedFile(
                                                        SearchedFile.State.SEARCHING,
                                                        3,
                                                        9,
                                                        "/var/log/mail.log.3.gz")),
                                OldSearch.Server.beginning("relay-osl"),
                                OldSearch.Server.beginning("mail2")
                                        .ended(new TraceResult.NoLink())));
        Scene scene =
                Screen.onScreen(() -> {
                    OldSearchPane pane = new OldSearchPane(() -> {}, () -> {});
                    pane.show(running);
                    VBox page = new VBox(pane);
                    page.getStyleClass().add(Style.PAGE);
                    return Screen.scene(page, appearance, width - 196, height / 3);
                });
        Screen.save(
                Screen.picture(scene),
                "message-old-running-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + width);
        assertThat(scene.lookup("#message-old-cancel").isVisible()).isTrue();
    }

    /// Put off when the journey of [TestingTimelines#campaign] says that it was.
    private static final QueuedMessage QUEUED =
            new QueuedMessage(
                    "-",
                    QueueName.DEFERRED,
                    new QueueId("4jYLjV1VpyzBxDf"),
                    TestingLog.NOW.minusSeconds(6_720),
                    4_300,
                    "news@shop.example",
                    List.of(),
                    0,
                    false,
                    new Tries(4, TestingLog.NOW.minusSeconds(6_720 - 6_008), ""));

    private record Size(Appearance appearance, int width, int height) {}

    private static Scene picture(String name, Size size, String term, List<Timeline> found) {
        return picture(name, size, term, found, null);
    }

    /// @param old what is searched besides, or null
    private static Scene picture(
            String name, Size size, String term, List<Timeline> found, @Nullable OldLogs old) {
        Scene scene =
                Screen.onScreen(() -> {
                    MessageViewModel model =
                            new MessageViewModel(
                                    new Background(Runnable::run, Runnable::run),
                                    InstantSource.fixed(TestingLog.NOW),
                                    job -> new MessageAnswer(job.query(), found, 0),
                                    old == null ? (_, _, _) -> new TraceResult.NoLink() : old);
                    MessageView view =
                            new MessageView(
                                    model,
                                    new Times(ZoneId.of("Europe/Oslo")),
                                    model::find,
                                    (_, _) -> {});
                    Scene made = Screen.scene(view, size.appearance(), size.width(), size.height());
                    model.show(
                            new FleetSnapshot(
                                    List.of(
                                            TestingLog.with(
                                                    TestingSnapshot.of("mail1")
                                                            .queue(
                                                                    InstanceSettings.defaults("-"),
                                                                    List.of(QUEUED))
                                                            .build(),
                                                    TestingLog.of()
                                                            .campaign("mail1", 3)
                                                            .build()))));
                    model.find(new MessageQuery("", term));
                    if (old != null) {
                        model.searchOld();
                    }
                    view.tick();
                    view.applyCss();
                    view.layout();
                    return made;
                });
        Screen.picture(scene);
        Screen.save(Screen.picture(scene), name);
        return scene;
    }
}
