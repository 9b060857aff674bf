package org.spoolscope.ui.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spoolscope.ui.Screen;
import org.spoolscope.ui.TestingLog;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.Appearance;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The page as a person uses it.
@Tag("window")
class DestinationsWindowTest {
    private final FxRobot robot = new FxRobot();
    private final List<String> opened = new ArrayList<>();
    private final DestinationsViewModel model =
            new DestinationsViewModel(InstantSource.fixed(TestingLog.NOW));
    private @Nullable Stage stage;

    @BeforeEach
    void open() {
        Screen.start();
        stage =
                Screen.onScreen(() -> {
                    DestinationsView view =
                            new DestinationsView(
                                    model,
                                    new Times(ZoneOffset.UTC),
                                    opened::add,
                                    (server, filter) -> opened.add(server + " | " + filter));
                    Stage window = new Stage();
                    window.setScene(Screen.scene(view, Appearance.DARK, 960, 700));
                    window.show();
                    window.requestFocus();
                    model.show(TestingDestinations.one());
                    return window;
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        Stage window = stage;
        if (window != null) {
            Screen.onScreen(window::close);
        }
    }

    private TableView<DestinationRow> table() {
        return robot.lookup("#destinations").queryTableView();
    }

    private String first() {
        TableView<DestinationRow> table = table();
        return table.getItems().getFirst().figures().name();
    }

    private String text(String query) {
        return robot.lookup(query).queryLabeled().getText();
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void clickHeading(String column) {
        Node heading =
                robot.lookup(".column-header").queryAll().stream()
                        .filter(node -> column.equals(node.getId()))
                        .findFirst()
                        .orElseThrow();
        Node table = table();
        table.addEventFilter(MouseEvent.ANY, DestinationsWindowTest::asPrimary);
        robot.clickOn(heading);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// JavaFX's headless platform calls every click one that opens a context menu, and headings do
    /// not sort on those.
    private static void asPrimary(MouseEvent event) {
        if (event.isPopupTrigger() && event.getButton() == MouseButton.PRIMARY) {
            event.consume();
            Event.fireEvent(
                    event.getTarget(),
                    new MouseEvent(
                            event.getEventType(),
                            event.getX(),
                            event.getY(),
                            event.getScreenX(),
                            event.getScreenY(),
                            event.getButton(),
                            event.getClickCount(),
                            false,
                            false,
                            false,
                            false,
                            event.isPrimaryButtonDown(),
                            false,
                            false,
                            event.isSynthesized(),
                            false,
                            event.isStillSincePress(),
                            event.getPickResult()));
        }
    }

    @Test
    void aClickOnAHeadingSorts() {
        assertThat(first()).isEqualTo("Gmail");
        clickHeading("column-name");
        assertThat(first()).isEqualTo("firma.example");
        clickHeading("column-name");
        assertThat(first()).isEqualTo("Yahoo");
        clickHeading("column-name");
        assertThat(first()).isEqualTo("firma.example");
    }

    @Test
    void enterShowsTheCausesAndEscapeClosesThem() {
        robot.interact(() -> table().requestFocus());
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(text("#destination-name")).isEqualTo("Microsoft");
        TextInputControl example = robot.lookup("#destination-example-0").queryTextInputControl();
        assertThat(example.isEditable()).isFalse();
        assertThat(example.getText()).contains("550 5.1.1");
        robot.clickOn("#destination-queue");
        assertThat(opened).containsExactly("server:mail1 provider:Microsoft");
        opened.clear();
        robot.clickOn("#destination-log");
        robot.clickOn("#destination-cause-queue-0");
        robot.clickOn("#destination-cause-log-0");
        assertThat(opened)
                .containsExactly(
                        "mail1 | event:delivery provider:Microsoft",
                        "server:mail1 provider:Microsoft cause:ip-blocked",
                        "mail1 | provider:Microsoft cause:ip-blocked");
        press(KeyCode.ESCAPE);
        assertThat(robot.lookup("#destination-details").query().isVisible()).isFalse();
    }

    @Test
    void theSelectionStaysWithItsRow() {
        robot.interact(() -> table().getSelectionModel().select(2));
        robot.interact(() -> model.sort(DestinationColumn.NAME, false));
        DestinationRow row = Objects.requireNonNull(table().getSelectionModel().getSelectedItem());
        assertThat(row.figures().name()).isEqualTo("Yahoo");
    }
}
