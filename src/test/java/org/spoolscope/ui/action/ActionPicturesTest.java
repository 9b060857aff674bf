package org.spoolscope.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.action.ActionPlan;
import org.spoolscope.model.action.ActionRecord;
import org.spoolscope.model.action.Outlier;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Tally;
import org.spoolscope.model.action.Target;
import org.spoolscope.model.action.TargetResult;
import org.spoolscope.model.action.Verb;
import org.spoolscope.monitor.action.ActionOutcome;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.settings.ModalDialog;
import org.spoolscope.ui.settings.ModalLayer;
import org.spoolscope.ui.shell.ToastLayer;
import org.spoolscope.ui.theme.Appearance;

/// Renders what the walk over simulated servers does not come by, in both themes and at both sizes,
/// for people to look at.
class ActionPicturesTest {
    private static final Times TIMES = new Times(ZoneId.of("Europe/Oslo"));
    private final InstantSource clock = InstantSource.fixed(TestingMessages.NOW);
    private final Asked asked = new Asked();
    private final TestingDesk testing = new TestingDesk(clock);
    private final Background here = new Background(Runnable::run, Runnable::run);

    @BeforeAll
    static void start() {
        Screen.start();
    }

    @AfterEach
    void close() {
        testing.close();
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1440, 900", "DARK, 1024, 700", "LIGHT, 1024, 700"})
    void severalServersArePreviewedTogether(Appearance appearance, int width, int height) {
        Chosen chosen =
                each -> {
                    for (int i = 0; i < 400; i++) {
                        QueueName queue = i % 40 == 0 ? QueueName.HOLD : QueueName.DEFERRED;
                        String server = i % 3 == 0 ? "mail1" : i % 3 == 1 ? "mail2" : "relay-osl";
                        each.accept(
                                server,
                                i % 7 == 0
                                        ? TestingMessages.message(
                                                i, queue, "example.com", "example.net")
                                        : TestingMessages.message(
                                                i, queue, "a.very-long-name.example.org"));
                    }
                };
        Scene scene =
                Screen.onScreen(() -> {
                    ToastLayer toasts = new ToastLayer(new StackPane());
                    ModalLayer layer = new ModalLayer(toasts);
                    Scene made = Screen.scene(layer, appearance, width, height);
                    new ActionDialogs(
                                    layer,
                                    toasts,
                                    new ActionStarter(testing.desk, here),
                                    here,
                                    clock,
                                    TIMES,
                                    () -> Set.of("relay-osl"))
                            .ask(Verb.EXPIRE, chosen);
                    return made;
                });
        draw(scene, "action-servers", appearance, width);
        assertThat(text(scene, "#action-servers")).isEqualTo("mail1 134 · mail2 133");
        assertThat(text(scene, "#action-left-out"))
                .isEqualTo("133 on relay-osl, which is read-only");
        assertThat(text(scene, "#action-undo-sentence")).isEqualTo("This can't be undone.");
        assertThat(scene.lookup("#action-start").isDisabled()).isTrue();
        assertThat(scene.lookup("#action-count")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1440, 900", "DARK, 1024, 700", "LIGHT, 1024, 700"})
    void outcomesNameWhatWasNotChanged(Appearance appearance, int width, int height) {
        Scene scene =
                Screen.onScreen(() -> {
                    ModalLayer layer = new ModalLayer(new StackPane());
                    Scene made = Screen.scene(layer, appearance, width, height);
                    VBox parts =
                            new VBox(
                                    22,
                                    new EndPane(end("mail1"), true),
                                    new EndPane(end("mail2"), true));
                    layer.open(
                            new ModalDialog(
                                            "end",
                                            DisplayText.of("Hold 80 messages"),
                                            DisplayText.EMPTY,
                                            660)
                                    .body(parts));
                    return made;
                });
        draw(scene, "action-ends", appearance, width);
        assertThat(text(scene, "#action-end-mail1"))
                .isEqualTo(
                        "mail1: Asked 40: 25 on hold, 12 gone before, 3 not touched, as their id"
                                + " is another message's now.");
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1440, 900", "DARK, 1024, 700", "LIGHT, 1024, 700"})
    void thePageOfAllThatWasDone(Appearance appearance, int width, int height) throws Exception {
        fill();
        Scene scene =
                Screen.onScreen(() -> {
                    ActionsViewModel model = new ActionsViewModel(testing.gate(), here, clock);
                    ActionsView view = new ActionsView(model, TIMES, asked);
                    return Screen.scene(view, appearance, width - 212, height - 70);
                });
        draw(scene, "actions-many", appearance, width);
        assertThat(text(scene, "#actions-summary")).isEqualTo("7 actions");
        assertThat(scene.lookup("#actions-waiting").isVisible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1440, 900", "LIGHT, 1024, 700"})
    void whatAnInterruptionLeftOnHoldCanBeReleasedOrGoneOnWith(
            Appearance appearance, int width, int height) throws Exception {
        fill();
        String deleted =
                testing.journal.plan(ActionPlan.on("mail1", Verb.DELETE, targets(40), "spam run"));
        testing.journal.ended(
                deleted,
                new Tally(28, 0, 0, 0, 12),
                targets(12).stream()
                        .map(one -> new Outlier("-", one.id(), Result.FAILED, Outlier.LEFT_ON_HOLD))
                        .toList());
        Scene scene =
                Screen.onScreen(() -> {
                    ActionsViewModel model = new ActionsViewModel(testing.gate(), here, clock);
                    ActionsView view = new ActionsView(model, TIMES, asked);
                    return Screen.scene(view, appearance, width - 212, height - 70);
                });
        Screen.onScreen(() -> {
            TableView<?> table = (TableView<?>) scene.lookup("#actions");
            table.getSelectionModel().select(0);
            table.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.ENTER,
                            false,
                            false,
                            false,
                            false));
        });
        draw(scene, "actions-interrupted", appearance, width);
        assertThat(text(scene, "#action-detail-outcome"))
                .isEqualTo(
                        "Asked 40: 28 deleted, 12 not changed."
                                + " Interrupted: 12 were left on hold.");
        Screen.onScreen(() -> {
            ((Button) scene.lookup("#action-details-release")).fire();
            ((Button) scene.lookup("#action-details-go-on")).fire();
        });
        assertThat(asked.verbs).containsExactly("RELEASE " + deleted, "DELETE " + deleted);
    }

    /// Remembers what it is asked for.
    private static final class Asked implements FollowUp {
        private final List<String> verbs = new ArrayList<>();

        @Override
        public void undo(String action) {
            verbs.add("undo " + action);
        }

        @Override
        public void ask(Verb verb, ActionRecord interrupted) {
            verbs.add(verb + " " + interrupted.id());
        }
    }

    private void fill() throws Exception {
        for (Verb verb : List.of(Verb.HOLD, Verb.RELEASE, Verb.REQUEUE, Verb.EXPIRE)) {
            ActionEnd end = end("mail1");
            String name =
                    testing.journal.plan(
                            ActionPlan.on(
                                    "mail1",
                                    verb,
                                    end.plan().targets(),
                                    "bigmail limits our rate until tonight"));
            testing.journal.ended(name, new Tally(25, 12, 3, 0, 0), end.outliers());
        }
        String flush = testing.journal.plan(ActionPlan.flush("relay-osl", "example.com", ""));
        testing.journal.ended(flush, new Tally(0, 0, 0, 1, 0), List.of());
        String left =
                testing.journal.plan(ActionPlan.on("mail2", Verb.RETRY, targets(3), "ticket 4711"));
        testing.journal.leave(left);
        String waiting =
                testing.journal.plan(ActionPlan.on("mail1", Verb.DELETE, targets(40), "spam run"));
        testing.journal.postponed(
                waiting,
                TestingMessages.NOW.plusSeconds(581),
                new Tally(40, 0, 0, 0, 0),
                List.of());
    }

    private static List<Target> targets(int count) {
        List<Target> targets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            targets.add(Target.of(TestingMessages.message(i, QueueName.DEFERRED, "example.com")));
        }
        return targets;
    }

    private static ActionEnd end(String server) {
        List<TargetResult> results = new ArrayList<>();
        for (Target target : targets(40)) {
            int i = results.size();
            results.add(
                    new TargetResult(
                            target,
                            i < 25 ? Result.CHANGED : i < 37 ? Result.GONE : Result.MISMATCH));
        }
        ActionOutcome outcome =
                new ActionOutcome("a1", Verb.HOLD, results, Tally.of(results), null, "", "", false);
        return ActionEnd.of("a1", ActionPlan.on(server, Verb.HOLD, targets(40), ""), outcome);
    }

    private static void draw(Scene scene, String name, Appearance appearance, int width) {
        Screen.picture(scene);
        Screen.save(
                Screen.picture(scene),
                name + "-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + width);
    }

    private static String text(Scene scene, String query) {
        Node node = scene.lookup(query);
        assertThat(node).as(query).isInstanceOf(Labeled.class);
        return ((Labeled) node).getText();
    }
}
