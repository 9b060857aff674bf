package org.spoolscope.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.LogSource;
import org.spoolscope.postfix.TestingJudgement;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.TestingLog;
import org.spoolscope.ui.TestingSnapshot;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.theme.Appearance;

/// Renders the page in both themes and at both sizes, for people to look at.
class LogPicturesTest {
    private static final Instant NOW = TestingLog.NOW;

    @BeforeAll
    static void start() {
        Screen.start();
    }

    private static FleetSnapshot one() {
        TestingLog log = TestingLog.of().campaign("mail1", 400).counted(2, 41);
        log.gap(
                new LogGap(
                        NOW,
                        "/var/log/mail.log",
                        LogGap.Cause.COPY_TRUNCATED,
                        NOW.plusMillis(400),
                        NOW.plusMillis(900),
                        null));
        log.line(NOW.plusMillis(900), "mail1", "smtpd", "connect from unknown[203.0.113.9]");
        log.line(NOW.plusMillis(910), "mail1", "postsuper", "4jYLjVBCDFzBxDf: placed on hold");
        log.line(NOW.plusMillis(920), "mail1", "smtp", "something that no rule knows yet");
        log.line(
                NOW.plusMillis(930),
                "mail1",
                "smtp",
                "4jYLjVBCDGzBxDf: to=<\u202eevil\u0007@example.org>, relay=none, delay=2, delays=1/1/0/0,"
                        + " dsn=4.4.1, status=deferred (connect to mx.example.org[192.0.2.9]:25:"
                        + " Connection timed out)");
        log.line("Mar 13 13:32:08 mail1 sshd[99]: Accepted publickey for ops");
        log.line(NOW.plusMillis(950), "mail1", "smtpd", "fatal: no SASL authentication mechanisms");
        return new FleetSnapshot(
                List.of(TestingLog.with(TestingSnapshot.of("mail1").build(), log.build())));
    }

    private static FleetSnapshot several() {
        return new FleetSnapshot(
                List.of(
                        TestingLog.with(
                                TestingSnapshot.of("mail1").build(),
                                TestingLog.of().campaign("mail1", 300).counted(2, 41).build()),
                        TestingLog.with(
                                TestingSnapshot.of("mail2").build(),
                                TestingLog.of().campaign("mail2", 200).behind(127L << 20).build()),
                        TestingLog.with(
                                TestingSnapshot.of("relay-osl").build(),
                                TestingLog.of()
                                        .source(
                                                new LogSource.Unreadable(
                                                        "/var/log/mail.log",
                                                        "permission denied",
                                                        "usermod -aG adm ops"))
                                        .build())));
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1440, 900", "DARK, 1024, 700", "LIGHT, 1024, 700"})
    void showsTheLog(Appearance appearance, int width, int height) {
        String suffix = "-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + width;
        Size size = new Size(appearance, width - 196, height - 70);
        Scene all = picture("log" + suffix, size, one(), _ -> {});
        assertThat(((Label) all.lookup("#log-summary")).getText()).endsWith("of mail1");
        picture("log-several" + suffix, size, several(), _ -> {});
        picture(
                "log-filtered" + suffix,
                size,
                several(),
                scene -> ((TextField) scene.lookup("#filter")).setText("status:deferred"));
        picture(
                "log-selected" + suffix,
                size,
                one(),
                scene -> {
                    LineList list = (LineList) scene.lookup("#log-lines");
                    list.requestFocus();
                    list.move(-3, false);
                });
        picture(
                "log-mistake" + suffix,
                size,
                one(),
                scene -> ((TextField) scene.lookup("#filter")).setText("event:deliverys"));
        picture(
                "log-nothing" + suffix,
                size,
                one(),
                scene -> ((TextField) scene.lookup("#filter")).setText("nowhere"));
    }

    private record Size(Appearance appearance, int width, int height) {}

    private static Scene picture(String name, Size size, FleetSnapshot fleet, Consumer<Scene> act) {
        Scene scene =
                Screen.onScreen(() -> {
                    LogViewModel model =
                            new LogViewModel(
                                    new Background(Runnable::run, Runnable::run),
                                    InstantSource.fixed(NOW),
                                    TestingJudgement.BUILT_IN);
                    LogView view =
                            new LogView(
                                    model,
                                    new Times(ZoneId.of("Europe/Oslo")),
                                    InstantSource.fixed(NOW),
                                    (_, _) -> {});
                    Scene made = Screen.scene(view, size.appearance(), size.width(), size.height());
                    model.show(fleet);
                    view.applyCss();
                    view.layout();
                    act.accept(made);
                    return made;
                });
        Screen.picture(scene);
        Screen.save(Screen.picture(scene), name);
        return scene;
    }
}
