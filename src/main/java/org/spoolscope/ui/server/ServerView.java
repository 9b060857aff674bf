package org.spoolscope.ui.server;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.model.Words;
import org.spoolscope.ui.chart.ChartColumn;
import org.spoolscope.ui.chart.ChartView;
import org.spoolscope.ui.chart.Cursor;
import org.spoolscope.ui.control.Boxes;
import org.spoolscope.ui.control.Buttons;
import org.spoolscope.ui.control.EmptyState;
import org.spoolscope.ui.control.Labels;
import org.spoolscope.ui.control.PageScroll;
import org.spoolscope.ui.control.Times;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.theme.Style;
import org.spoolscope.ui.theme.Tokens;

/// The page of one server. JavaFX thread.
public final class ServerView extends PageScroll {
    /// What the page asks for; each names the server.
    public interface Actions {
        void listNow(String server);

        void pause(String server);

        /// Connects again after [#pause].
        void resume(String server);

        /// Connects now instead of waiting for the next attempt.
        void tryAgain(String server);

        void edit(String server);

        void remove(String server);

        void openQueue(String server);

        void acceptKey(String server, LinkFailure.HostKeyUnknown shown);

        void enterPassphrase(String server, LinkFailure.PassphraseNeeded needed);

        /// Shows what the blocklists say of its addresses.
        void openBlocklists(String server);
    }

    private final Actions actions;
    private final ServerViewModel model;
    private final ServerHeader header;
    private final NoticeList notices = new NoticeList(this::act);
    private final TileGrid tiles = new TileGrid();
    private final FigureTable instances =
            new FigureTable(
                    "server-instances", Words.get("server.instances"), InstanceRow.columns());
    private final FigureTable rates =
            new FigureTable("server-rates", Words.get("server.rates"), MailFigures.rateColumns());
    private final FigureTable delays =
            new FigureTable(
                    "server-delays", Words.get("server.delays"), MailFigures.delayColumns());
    private final Label defined =
            Labels.wrapped(Words.get("server.rates.defined"), Style.SMALL, Style.SUBTLE);
    private final VBox mail = new VBox(rates, Boxes.rule(), delays, defined);
    private final Map<ServerChart, ChartView> charts = new EnumMap<>(ServerChart.class);
    private final Label since = Labels.of(DisplayText.EMPTY, Style.MUTED);
    private final Cursor cursor = new Cursor();
    private final ChartColumn column;
    private final BorderPane emptyPlace = new BorderPane();
    private @Nullable Sentence waiting;

    /// An empty page; [#show] fills it.
    ///
    /// @param background draws the charts
    /// @param clock what ages are told by
    public ServerView(
            Actions actions,
            Background background,
            ReadOnlyObjectProperty<Tokens> tokens,
            Times times,
            InstantSource clock) {
        this.actions = actions;
        this.model = new ServerViewModel(clock, times);
        this.header = new ServerHeader(actions, this::onServer);
        for (ServerChart chart : ServerChart.values()) {
            charts.put(chart, chartView(chart, background, tokens));
        }
        column =
                new ChartColumn(
                        java.util.List.copyOf(charts.values()),
                        cursor,
                        times,
                        Words.get("server.charts"),
                        Labels.of(Words.get("server.history"), Style.STRONG),
                        since,
                        Boxes.space(),
                        rangeChoice());
        column.setId("server-charts");
        VBox page = new VBox(header, notices, tiles, instances, column, mail, emptyPlace);
        page.getStyleClass().add(Style.PAGE);
        instances.getStyleClass().add(Style.CARD);
        mail.setId("server-mail");
        mail.getStyleClass().addAll(Style.CARD, Style.GAP_8);
        defined.setId("server-rates-defined");
        setId("server-page");
        getStyleClass().add(Style.PAGE_SCROLL);
        setContent(page);
        setFocusTraversable(true);
        model.page().addListener((_, _, next) -> showPage(next));
        model.charts().addListener((_, _, _) -> draw());
    }

    /// Shows a snapshot of the same or another server.
    public void show(ServerSnapshot server) {
        ServerSnapshot before = model.server();
        if (before != null && !before.name().equals(server.name())) {
            cursor.clear();
            setVvalue(0);
        }
        model.show(server);
    }

    /// Tells ages anew, such as `listed 12 s ago`; to be called about once a second.
    public void tick() {
        model.tick();
    }

    private ChartView chartView(
            ServerChart chart, Background background, ReadOnlyObjectProperty<Tokens> tokens) {
        ChartView view =
                new ChartView(
                        chart.title(),
                        chart.unitName(),
                        chart.empty(),
                        chart.plotHeight(),
                        chart.isLast(),
                        cursor,
                        background,
                        tokens);
        view.setId(chart.id());
        return view;
    }

    private HBox rangeChoice() {
        ToggleGroup group = new ToggleGroup();
        HBox choice = new HBox();
        choice.getStyleClass().add(Style.SEGMENT);
        Labels.named(choice, Words.get("server.range"));
        for (TimeRange range : TimeRange.values()) {
            ToggleButton button = Buttons.choice(range.id(), range.label(), group);
            button.setSelected(range == model.range().get());
            button.setUserData(range);
            choice.getChildren().add(button);
        }
        group.selectedToggleProperty()
                .addListener((_, before, next) -> {
                    if (next == null) {
                        group.selectToggle(before);
                    } else {
                        model.range().set((TimeRange) next.getUserData());
                    }
                });
        return choice;
    }

    private void showPage(@Nullable ServerPage page) {
        if (page == null) {
            return;
        }
        Labels.named(this, page.heading().name());
        header.show(page);
        notices.show(page.notices());
        tiles.show(page.tiles());
        instances.show(page.instances());
        rates.show(page.rates());
        delays.show(page.delays());
        Boxes.show(mail, !page.rates().isEmpty());
        Sentence next = page.waiting();
        Boxes.show(column, next == null);
        Boxes.show(emptyPlace, next != null);
        if (next != null && !next.equals(waiting)) {
            emptyPlace.setCenter(new EmptyState(next));
        }
        waiting = next;
    }

    private void draw() {
        Labels.set(since, model.watchedSince());
        model.charts()
                .get()
                .forEach((chart, spec) -> {
                    ChartView view = charts.get(chart);
                    if (view != null) {
                        view.show(spec);
                    }
                });
    }

    private void onServer(Consumer<String> command) {
        ServerSnapshot server = model.server();
        if (server != null) {
            command.accept(server.name());
        }
    }

    private void act(Remedy remedy) {
        ServerSnapshot server = model.server();
        if (server != null && remedy == Remedy.BLOCKLISTS) {
            actions.openBlocklists(server.name());
        }
        if (server == null || !(server.link() instanceof Link.Down(var failure, _, _, _))) {
            return;
        }
        switch (remedy) {
            case ACCEPT_KEY -> {
                if (failure instanceof LinkFailure.HostKeyUnknown unknown) {
                    actions.acceptKey(server.name(), unknown);
                }
            }
            case ENTER_PASSPHRASE -> {
                if (failure instanceof LinkFailure.PassphraseNeeded needed) {
                    actions.enterPassphrase(server.name(), needed);
                }
            }
            case EDIT -> actions.edit(server.name());
            case TRY_AGAIN -> actions.tryAgain(server.name());
            case BLOCKLISTS -> {}
        }
    }
}
