package org.spoolscope.ui.blocklist;

import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Words;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.EmptyState;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.ServerChoice;
import org.spoolscope.ui.settings.ModalDialog;
import org.spoolscope.ui.theme.Style;

/// The Blocklists page. JavaFX thread.
public final class BlocklistsView extends StackPane {
    private static final double DETAILS_WIDTH = 440;

    /// The findings leave this much of the page to the matrix.
    private static final double FINDINGS_SHARE = 0.42;

    private final BlocklistsViewModel model;
    private final BlocklistDesk desk;
    private final Consumer<ModalDialog> dialogs;
    private final ServerChoice servers;
    private final Label summary = Labels.wrapped(DisplayText.EMPTY, Style.MUTED);
    private final VBox notes = Boxes.column(Style.GAP_4);
    private final FindingList findings;
    private final MatrixView matrix;
    private final CellPane details;
    private final AbsentPane absent = new AbsentPane();
    private final MatrixFoot foot = new MatrixFoot(absent.fold());
    private final StackPane body = new StackPane();
    private final StackPane empty = new StackPane();
    private final Button choose;
    private final Button check;
    private PageHead.@Nullable Empty shownEmpty;

    /// @param pages opens pages to ask for removal
    /// @param dialogs shows a dialog above the window
    /// @param openLog shows a server's log by a filter
    public BlocklistsView(
            BlocklistsViewModel model,
            BlocklistDesk desk,
            WebPages pages,
            Consumer<ModalDialog> dialogs,
            BiConsumer<String, String> openLog) {
        this.model = model;
        this.desk = desk;
        this.dialogs = dialogs;
        this.servers = new ServerChoice("blocklist-server", model::choose);
        this.findings = new FindingList(model.times(), new Acts(pages, openLog));
        this.matrix = new MatrixView(this::open, this::follow);
        this.details = new CellPane(model.times(), pages, this::closeDetails);
        setId("blocklists-page");
        summary.setId("blocklist-summary");
        summary.setMinWidth(0);
        summary.setMaxWidth(Double.MAX_VALUE);
        notes.setId("blocklist-notes");
        choose = Buttons.of("blocklist-choose", Words.get("blocklist.button.choose"), this::choose);
        check = Buttons.primary("blocklist-check", Words.get("blocklist.check"), desk::checkNow);
        details.setMaxWidth(USE_PREF_SIZE);
        details.setPrefWidth(DETAILS_WIDTH);
        details.setVisible(false);
        StackPane.setAlignment(details, Pos.CENTER_RIGHT);
        StackPane.setAlignment(matrix, Pos.TOP_LEFT);
        VBox table = Boxes.column(Style.GAP_8, matrix, foot, absent);
        VBox.setVgrow(matrix, Priority.ALWAYS);
        body.getChildren().addAll(table, details, empty);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        findings.maxHeightProperty().bind(heightProperty().multiply(FINDINGS_SHARE));
        VBox page = Boxes.column(Style.GAP_14, head(), notes, findings, body);
        page.getStyleClass().add(Style.PAGE);
        getChildren().add(page);
        matrix.needsLayoutProperty().addListener((_, _, _) -> tellPart());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.answer().addListener((_, _, next) -> show(next));
        model.details().addListener((_, _, next) -> showDetails(next));
        show(model.answer().get());
    }

    private Node head() {
        return Boxes.row(
                Style.GAP_14,
                Labels.whole(Labels.title(Words.get("blocklist.title"))),
                Boxes.grow(summary),
                servers,
                choose,
                check);
    }

    /// What the keyboard is for here: the matrix.
    public Node main() {
        return matrix;
    }

    /// Tells ages anew; to be called about once a second.
    public void tick() {
        Labels.set(summary, model.summary());
        findings.tick(model.clock().instant());
    }

    private void show(PageReading.Answer answer) {
        PageHead head = answer.head();
        servers.show(model.servers(), model.server().get());
        notes.getChildren()
                .setAll(
                        head.notes().stream()
                                .map(note -> Labels.wrapped(note, Style.MUTED))
                                .toList());
        Boxes.show(notes, !head.notes().isEmpty() && head.empty() == PageHead.Empty.NO);
        findings.show(answer.findings(), model.clock().instant());
        matrix.show(answer.matrix());
        foot.show(answer.matrix());
        absent.show(answer.absent());
        boolean isEmpty = head.empty() != PageHead.Empty.NO;
        matrix.setVisible(!isEmpty);
        foot.setVisible(!isEmpty);
        empty.setVisible(isEmpty);
        check.setDisable(head.underWay());
        if (head.empty() != shownEmpty) {
            shownEmpty = head.empty();
            empty.getChildren().setAll(emptyState(head));
        }
        tick();
    }

    private Node emptyState(PageHead head) {
        String key =
                "blocklist.empty."
                        + head.empty().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return switch (head.empty()) {
            case NO -> new StackPane();
            case NO_RESOLVER ->
                    new EmptyState(
                            sentence(key),
                            head.notes().stream()
                                    .map(note -> Labels.wrapped(note, Style.MONO))
                                    .toArray(Node[]::new));
            case NOT_CHECKED ->
                    new EmptyState(
                            sentence(key),
                            Buttons.of(
                                    "blocklist-check-first",
                                    Words.get("blocklist.check"),
                                    desk::checkNow));
            case NO_SERVERS, NO_ADDRESS, CHECKING -> new EmptyState(sentence(key));
        };
    }

    private static Sentence sentence(String key) {
        return new Sentence(Words.get(key), Words.get(key + ".advice"));
    }

    private void tellPart() {
        foot.part(
                matrix.isWide() ? matrix.inView() : "",
                model.answer().get().matrix().columns().size());
    }

    private void open(int row, int column) {
        model.open(row, column);
    }

    /// Open details follow the keyboard.
    private void follow(int row, int column) {
        if (details.isVisible()) {
            model.open(row, column);
        }
        tellPart();
    }

    private void showDetails(@Nullable CellDetails next) {
        details.setVisible(next != null);
        if (next != null) {
            details.show(next);
        }
    }

    private void closeDetails() {
        model.close();
        matrix.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && details.isVisible()) {
            closeDetails();
            event.consume();
        }
    }

    private void choose() {
        dialogs.accept(ListChoiceDialog.of(desk));
    }

    /// What the buttons of the findings do.
    private final class Acts implements FindingCard.Actions {
        private final WebPages pages;
        private final BiConsumer<String, String> openLog;

        Acts(WebPages pages, BiConsumer<String, String> openLog) {
            this.pages = Objects.requireNonNull(pages);
            this.openLog = openLog;
        }

        @Override
        public void openPage(String address) {
            pages.open(address);
        }

        @Override
        public void mute(Finding finding) {
            dialogs.accept(MuteDialog.of(finding, model.clock().instant(), desk::mute));
        }

        @Override
        public void unmute(Finding finding) {
            desk.unmute(finding.mutes());
        }

        @Override
        public void chooseLists() {
            choose();
        }

        @Override
        public void openLog(String server) {
            openLog.accept(server, "cause:ip-blocked");
        }
    }
}
