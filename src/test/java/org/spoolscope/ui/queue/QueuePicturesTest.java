package org.spoolscope.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.monitor.ReadResult;
import org.spoolscope.postfix.Grants;
import org.spoolscope.postfix.PostcatReply;
import org.spoolscope.postfix.QueueGroups.By;
import org.spoolscope.postfix.TestingJudgement;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.action.AskedRequests;
import org.spoolscope.ui.action.TestingDesk;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.filter.FilterHelp;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.settings.ModalLayer;
import org.spoolscope.ui.state.WindowState;
import org.spoolscope.ui.theme.Appearance;

/// Renders the page in both themes and at both sizes, for people to look at.
class QueuePicturesTest {
    private static final FleetSnapshot FLEET = TestingFleet.of(18_402);

    private static final String CONTENT =
            """
            *** ENVELOPE RECORDS deferred/3Pt2mN2VXxznjll ***
            message_size:            4312             712               1               0            4312               0
            message_arrival_time: Fri Mar 13 13:32:07 2026
            create_time: Fri Mar 13 13:32:07 2026
            sender: news@shop.example.no
            original_recipient: kunde1@gmail.example
            recipient: kunde1@gmail.example
            *** MESSAGE CONTENTS deferred/3Pt2mN2VXxznjll ***
            Received: from app1.shop.example (app1.shop.example [192.0.2.20])
            \tby mail1.example.no (Postfix) with ESMTPSA id 3Pt2mN2VXxznjll
            DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=shop.example.no; s=2026; t=1773408727; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; h=Date:From:To:Subject; b=dzdVyOfAKCdLXdJOc9G2q8LoXSlEniSbav+yuU4zGeeruD00lszZVoG4ZHRNiYzR
            From: Shop <news@shop.example.no>
            Subject: \u202egpj.exe
            Date: Fri, 13 Mar 2026 14:32:07 +0100
            """;

    private static final TestingDesk DESK = new TestingDesk(InstantSource.fixed(TestingFleet.NOW));

    @AfterAll
    static void close() {
        DESK.close();
    }

    @BeforeAll
    static void start() {
        Screen.start();
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1440, 900", "DARK, 1024, 700", "LIGHT, 1024, 700"})
    void showsTheFleet(Appearance appearance, int width, int height) {
        String suffix = "-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + width;
        // The shell takes 212 px on the left, 44 above and 26 below.
        int pageWidth = width - 212;
        int pageHeight = height - 70;
        Scene all = picture("queue" + suffix, appearance, pageWidth, pageHeight, (_, _) -> {});
        assertThat(((Label) all.lookup("#queue-summary")).getText())
                .isEqualTo("18,402 messages on 4 servers · listed 12 s ago");
        picture(
                "queue-narrowed" + suffix,
                appearance,
                pageWidth,
                pageHeight,
                (scene, model) -> {
                    ((TextField) scene.lookup("#filter")).setText("queue:deferred age>30m");
                    model.ask(query ->
                            query.in(
                                    new GroupChoice(
                                            By.CAUSE,
                                            model.answer().get().groups().getFirst().key())));
                    model.ask(query -> query.at(ShapeCell.of("gmail.example", 4)));
                });
        picture(
                "queue-details" + suffix,
                appearance,
                pageWidth,
                pageHeight,
                (scene, _) -> {
                    MessageTable table = (MessageTable) scene.lookup("#messages");
                    table.getSelectionModel().selectRange(3, 8);
                    open(table);
                });
        picture(
                "queue-hostile" + suffix,
                appearance,
                pageWidth,
                pageHeight,
                (scene, model) -> {
                    ((TextField) scene.lookup("#filter")).setText("size=812");
                    model.ask(query -> query.by(By.DOMAIN));
                    MessageTable table = (MessageTable) scene.lookup("#messages");
                    table.getSelectionModel().select(1);
                    open(table);
                });
        picture(
                "queue-long-reason" + suffix,
                appearance,
                pageWidth,
                pageHeight,
                (scene, _) -> {
                    ((TextField) scene.lookup("#filter")).setText("reason:xxxx or from:evil");
                    MessageTable table = (MessageTable) scene.lookup("#messages");
                    table.getSelectionModel().select(indexOfLongReason(table.getItems()));
                    open(table);
                });
        picture(
                "queue-mistake" + suffix,
                appearance,
                pageWidth,
                pageHeight,
                (scene, _) -> {
                    TextField filter = (TextField) scene.lookup("#filter");
                    filter.setText("queue:deferred age>2x");
                    ((FilterHelp) scene.lookup("#filter-help-panel")).toggle(filter);
                });
        picture(
                "queue-nothing" + suffix,
                appearance,
                pageWidth,
                pageHeight,
                (scene, _) -> ((TextField) scene.lookup("#filter")).setText("nowhere"));
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1440, 900", "DARK, 1024, 700", "LIGHT, 1024, 700"})
    void showsWhatAMessageSays(Appearance appearance, int width, int height) {
        String suffix = "-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + width;
        Scene read =
                content(
                        "queue-content" + suffix,
                        appearance,
                        width,
                        height,
                        new PostcatReply.Read(CONTENT, true));
        assertThat(((ListView<?>) read.lookup("#content-lines")).getItems()).hasSize(14);
        assertThat(((Label) read.lookup("#content-state")).getText()).startsWith("Cut after");
        Scene refused =
                content(
                        "queue-content-refused" + suffix,
                        appearance,
                        width,
                        height,
                        new PostcatReply.Refused(
                                DisplayText.of("sudo: a password is required"),
                                Grants.standard("ops").readingRule("/etc/postfix-out")));
        assertThat(refused.lookup("#content-body").isVisible()).isFalse();
        assertThat(refused.lookup("#content-grant").isVisible()).isTrue();
    }

    private static Scene content(
            String name, Appearance appearance, int width, int height, PostcatReply reply) {
        Scene scene =
                Screen.onScreen(() -> {
                    ModalLayer layer = new ModalLayer(new StackPane());
                    Scene made = Screen.scene(layer, appearance, width, height);
                    ContentDialog.open(
                            layer,
                            QueueRows.of(FLEET.servers()).getFirst(),
                            (_, _, _, _) -> new ReadResult.Answered(reply),
                            new Background(Runnable::run, Runnable::run));
                    return made;
                });
        Screen.picture(scene);
        Screen.save(Screen.picture(scene), name);
        return scene;
    }

    private static int indexOfLongReason(List<QueueRow> rows) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).reason().length() > 2_000)
                .findFirst()
                .orElseThrow();
    }

    private static void open(MessageTable table) {
        table.fireEvent(
                new javafx.scene.input.KeyEvent(
                        javafx.scene.input.KeyEvent.KEY_PRESSED,
                        "",
                        "",
                        javafx.scene.input.KeyCode.ENTER,
                        false,
                        false,
                        false,
                        false));
    }

    private static Scene picture(
            String name,
            Appearance appearance,
            int width,
            int height,
            BiConsumer<Scene, QueueViewModel> act) {
        Scene scene =
                Screen.onScreen(() -> {
                    Background background = new Background(Runnable::run, Runnable::run);
                    QueueViewModel model =
                            new QueueViewModel(
                                    background,
                                    InstantSource.fixed(TestingFleet.NOW),
                                    TestingJudgement.BUILT_IN);
                    QueueView view =
                            new QueueView(
                                    model,
                                    new ActionScope(model, DESK.gate(), background),
                                    new AskedRequests(),
                                    new Times(ZoneId.of("Europe/Oslo")),
                                    WindowState.ofThisRun(),
                                    (_, _) -> {},
                                    _ -> {});
                    Scene made = Screen.scene(view, appearance, width, height);
                    model.show(FLEET);
                    view.applyCss();
                    view.layout();
                    act.accept(made, model);
                    return made;
                });
        Screen.picture(scene);
        WritableImage image = Screen.picture(scene);
        Screen.save(image, name);
        return scene;
    }
}
