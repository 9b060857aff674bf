package org.spoolscope.ui.shell;

import java.time.InstantSource;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.theme.Style;

/// The window's content. Feed it with [#show]; ages and clocks move on by themselves each second.
public final class ConsoleView extends StackPane {
    private static final List<KeyCode> DIGITS =
            List.of(
                    KeyCode.DIGIT1,
                    KeyCode.DIGIT2,
                    KeyCode.DIGIT3,
                    KeyCode.DIGIT4,
                    KeyCode.DIGIT5,
                    KeyCode.DIGIT6,
                    KeyCode.DIGIT7);

    /// What Ctrl and each of the [#DIGITS] goes to, in the order of the navigation.
    private static final List<Place> PAGES =
            List.of(
                    new Place.FleetOverview(),
                    new Place.Queue(""),
                    new Place.Log("", ""),
                    new Place.Destinations(""),
                    new Place.Blocklists(""),
                    new Place.Deliverability(""),
                    new Place.Actions());

    private static final KeyCombination SEARCH =
            new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination BACK =
            new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
    private static final KeyCombination FORWARD =
            new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN);

    private final ShellViewModel shell;
    private final Pages pages;
    private final InstantSource clock;
    private final Runnable listNow;
    private final PaletteViewModel paletteModel;
    private final Palette palette;
    private final BorderPane frame = new BorderPane();
    private final StackPane center = new StackPane();
    private final Navigation navigation;
    private final StatusBar status;
    private final Timeline seconds =
            new Timeline(new KeyFrame(Duration.seconds(1), _ -> refresh()));
    private Page page;
    private Subscription awaited = Subscription.EMPTY;
    private FleetSnapshot latest = FleetSnapshot.EMPTY;

    /// @param palette what the search field offers
    /// @param clock what the snapshots are dated with
    /// @param inStatusBar stand there beside the time
    /// @param listNow asks all servers for a fresh listing (F5)
    public ConsoleView(
            ShellViewModel shell,
            Pages pages,
            PaletteViewModel palette,
            Times times,
            InstantSource clock,
            List<? extends Node> inStatusBar,
            Runnable listNow) {
        this.shell = shell;
        this.pages = pages;
        this.clock = clock;
        this.listNow = listNow;
        this.navigation = new Navigation(shell);
        this.paletteModel = palette;
        this.palette = new Palette(palette, this::focusPage);
        this.status = new StatusBar(shell, times, inStatusBar);
        this.page = pages.of(shell.place().get());
        frame.setTop(header());
        frame.setLeft(navigation);
        frame.setCenter(center);
        frame.setBottom(status);
        getChildren().addAll(frame, this.palette);
        enter(shell.place().get());
        shell.visits().addListener((_, _, _) -> enter(shell.place().get()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        addEventHandler(KeyEvent.KEY_TYPED, this::startSearch);
        seconds.setCycleCount(Animation.INDEFINITE);
        sceneProperty()
                .addListener((_, _, scene) -> {
                    if (scene == null) {
                        seconds.stop();
                    } else {
                        seconds.play();
                    }
                });
    }

    /// Takes the focus to where the person is in the navigation, as when the window opens.
    public void focusNavigation() {
        navigation.focus(shell.place().get());
    }

    /// Shows the newest state; at most once per frame.
    public void show(FleetSnapshot snapshot) {
        latest = snapshot;
        refresh();
    }

    private void refresh() {
        shell.show(latest, clock.instant());
        status.tick(clock.instant());
        page.show(latest);
        paletteModel.show(latest);
    }

    private void enter(Place place) {
        awaited.unsubscribe();
        page = pages.of(place);
        page.enter(place);
        page.show(latest);
        if (!center.getChildren().contains(page.node())) {
            boolean focused = center.isFocusWithin();
            center.getChildren().setAll(page.node());
            if (focused) {
                focusPage(); // or else JavaFX gives the focus to the first control there is
            }
        }
    }

    /// Takes the focus to where the keyboard goes on, on the page that is shown; where that is not
    /// to be seen before something is known, to the navigation until then.
    private void focusPage() {
        awaited.unsubscribe();
        Node main = page.main().orElse(null);
        if (main == null) {
            focusNavigation();
        } else if (!takesFocus(main)) {
            focusNavigation();
            awaited =
                    Subscription.combine(
                            main.visibleProperty().subscribe((_, _) -> takesFocus(main)),
                            main.sceneProperty().subscribe((_, _) -> takesFocus(main)),
                            // By itself, or since the person has gone on meanwhile.
                            getScene()
                                    .focusOwnerProperty()
                                    .subscribe((_, _) -> awaited.unsubscribe()));
        }
    }

    private boolean takesFocus(Node node) {
        node.requestFocus();
        return node.equals(getScene().getFocusOwner());
    }

    private Node header() {
        HBox header =
                Boxes.row(
                        Style.GAP_14,
                        Labels.whole(Labels.of(Words.get("shell.name"), Style.STRONG)),
                        Boxes.space(),
                        palette.field(),
                        Boxes.space(),
                        Labels.of(DisplayText.EMPTY));
        HBox.setHgrow(palette.field(), javafx.scene.layout.Priority.SOMETIMES);
        header.getStyleClass().add(Style.HEADER);
        return header;
    }

    private void shortcut(KeyEvent event) {
        int digit = DIGITS.indexOf(event.getCode());
        if (digit >= 0
                && new KeyCodeCombination(event.getCode(), KeyCombination.SHORTCUT_DOWN)
                        .match(event)) {
            shell.go(PAGES.get(digit));
            focusPage();
        } else if (SEARCH.match(event)) {
            palette.start();
        } else if (BACK.match(event)) {
            if (shell.goBack()) {
                focusPage();
            }
        } else if (FORWARD.match(event)) {
            if (shell.goForward()) {
                focusPage();
            }
        } else if (event.getCode() == KeyCode.F5) {
            listNow.run();
        } else {
            return;
        }
        event.consume();
    }

    /// `/` goes to the page's own search, or else to that of the header, from everywhere that does
    /// not take it as text.
    private void startSearch(KeyEvent event) {
        if (event.getCharacter().equals("/")) {
            if (!page.startSearch()) {
                palette.start();
            }
            event.consume();
        }
    }
}
