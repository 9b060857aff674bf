package org.spoolscope.ui.settings;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.spoolscope.model.Figures;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.ConnectionTest;
import org.spoolscope.ui.control.Banner;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Tone;
import org.spoolscope.ui.theme.Style;

/// What came of a connection test, and what it asks the person on its way.
final class TestPane extends VBox {
    private final ConnectionTestViewModel test;
    private final ServerFormViewModel form;

    TestPane(ConnectionTestViewModel test, ServerFormViewModel form) {
        this.test = test;
        this.form = form;
        setId("connection-test");
        getStyleClass().add(Style.GAP_8);
        test.state().addListener((_, _, now) -> show(now));
        show(test.state().get());
    }

    private void show(TestState state) {
        switch (state) {
            case TestState.Idle() ->
                    getChildren()
                            .setAll(Labels.wrapped(Words.get("settings.test.idle"), Style.SUBTLE));
            case TestState.Running() -> getChildren().setAll(running());
            case TestState.KeyNotSaved(String why) -> say("settings.test.key-not-saved", why);
            case TestState.Ended(ConnectionTest.Passed(ServerFacts facts, var capabilities)) -> {
                passed(facts);
                getChildren().add(new CapabilityList(capabilities));
            }
            case TestState.Ended(ConnectionTest.Failed(LinkFailure failure)) -> failed(failure);
        }
    }

    private Node running() {
        String host = form.server().map(ServerConfig::host).orElse("");
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        return Boxes.column(
                Style.GAP_8,
                Boxes.row(
                        Style.GAP_8,
                        Labels.of(Words.get("settings.test.running", host), Style.MUTED),
                        Boxes.space(),
                        Buttons.small(
                                Buttons.quiet(
                                        "test-stop",
                                        Words.get("settings.test.stop"),
                                        test::cancel))),
                bar);
    }

    private void passed(ServerFacts facts) {
        String host = facts.hostName().isEmpty() ? facts.user() : facts.hostName();
        Sentence sentence =
                facts.postfix().isEmpty()
                        ? sentence(
                                "settings.test.passed-no-postfix",
                                host,
                                facts.system(),
                                facts.spool(),
                                facts.user())
                        : sentence(
                                "settings.test.passed",
                                host,
                                facts.postfix(),
                                facts.system(),
                                facts.spool(),
                                facts.user());
        getChildren().setAll(banner(sentence, Tone.OK));
        if (facts.instances().size() > 1) {
            String names =
                    facts.instances().stream()
                            .map(instance -> instanceName(instance.name()))
                            .collect(Collectors.joining(", "));
            getChildren()
                    .add(
                            Labels.wrapped(
                                    Words.get(
                                            "settings.test.instances",
                                            Figures.count(facts.instances().size()),
                                            names),
                                    Style.MUTED));
        }
    }

    private void failed(LinkFailure failure) {
        Tone tone = failure instanceof LinkFailure.HostKeyChanged ? Tone.BAD : Tone.WARN;
        getChildren().setAll(banner(Wording.of(failure), tone));
        switch (failure) {
            case LinkFailure.HostKeyUnknown unknown ->
                    getChildren()
                            .addAll(
                                    HostKeyFacts.unknown(unknown),
                                    Boxes.row(
                                            Style.GAP_8,
                                            Boxes.space(),
                                            Buttons.primary(
                                                    "host-key-accept",
                                                    Words.get("settings.hostkey.accept"),
                                                    () -> test.accept(unknown))));
            case LinkFailure.HostKeyChanged changed ->
                    getChildren().add(HostKeyFacts.changed(changed));
            case LinkFailure.PassphraseNeeded(String file, _) -> {
                PassphraseEntry entry =
                        new PassphraseEntry(false, typed -> test.passphrase(file, typed));
                getChildren().add(entry);
                entry.input().requestFocus();
            }
            default -> {}
        }
    }

    private void say(String key, String why) {
        getChildren().setAll(banner(sentence(key, why), Tone.BAD));
    }

    /// The default instance has no name of its own; Postfix prints `-`.
    private static String instanceName(String name) {
        return name.equals("-") ? Words.get("settings.default-instance").toString() : name;
    }

    private static Banner banner(Sentence sentence, Tone tone) {
        Banner banner = new Banner();
        banner.setId("test-result");
        banner.show(sentence, tone, List.of());
        return banner;
    }

    private static Sentence sentence(String key, Object... arguments) {
        return new Sentence(Words.get(key, arguments), Words.get(key + ".advice", arguments));
    }
}
