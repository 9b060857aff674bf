package org.spoolscope.ui.theme;

/// The style classes of `spoolscope.css`. Those of AtlantaFX that are used are here too.
public final class Style {
    /// Text sizes: 11, 13 (the default, no class), 20 and 26 px.
    public static final String SMALL = "ss-small";

    public static final String TITLE = "ss-title";
    public static final String BIG = "ss-big";

    /// The second of the two weights.
    public static final String STRONG = "ss-strong";

    public static final String MONO = "ss-mono";
    public static final String MUTED = "ss-muted";
    public static final String SUBTLE = "ss-subtle";

    public static final String BUTTON_PRIMARY = "accent";
    public static final String BUTTON_DANGER = "ss-danger";
    public static final String BUTTON_QUIET = "ss-quiet";
    public static final String BUTTON_SMALL = "ss-button-small";

    public static final String ACTIONS = "ss-actions";
    public static final String BANNER = "ss-banner";
    public static final String CARD = "ss-card";
    public static final String CARD_ADD = "ss-card-add";
    public static final String CARD_SERVER = "ss-card-server";
    public static final String CHART = "ss-chart";
    public static final String CHARTS = "ss-charts";
    public static final String CROSSHAIR = "ss-crosshair";
    public static final String EMPTY_STATE = "ss-empty-state";
    public static final String HEADER = "ss-header";
    public static final String INSTANCES = "ss-instances";
    public static final String KEY = "ss-key";
    public static final String LEGEND_SWATCH = "ss-swatch";
    public static final String MENU_KEYS = "ss-menu-keys";
    public static final String NAVIGATION = "ss-navigation";
    public static final String NAVIGATION_ITEM = "ss-navigation-item";
    public static final String NAVIGATION_HEADING = "ss-navigation-heading";
    public static final String NAVIGATION_LIST = "ss-navigation-list";
    public static final String NAVIGATION_SCROLL = "ss-navigation-scroll";
    public static final String OUTLIERS = "ss-outliers";
    public static final String PAGE = "ss-page";
    public static final String PAGE_SCROLL = "ss-page-scroll";
    public static final String PLOT_EMPTY = "ss-plot-empty";
    public static final String PILL = "ss-pill";
    public static final String PANEL = "ss-panel";
    public static final String RULE = "ss-rule";
    public static final String SEARCH = "ss-search";
    public static final String SEGMENT = "ss-segment";
    public static final String SPARKLINE = "ss-sparkline";
    public static final String STATUS_BAR = "ss-status-bar";
    public static final String STATUS_SHAPE = "ss-status-shape";
    public static final String TABLE = "ss-table";
    public static final String TOAST = "ss-toast";
    public static final String TILE = "ss-tile";
    public static final String TILES = "ss-tiles";

    /// The rows and columns that make up a page: spacing 4, 8, 14 and 22 px.
    public static final String GAP_4 = "ss-gap-4";

    public static final String GAP_8 = "ss-gap-8";
    public static final String GAP_14 = "ss-gap-14";
    public static final String GAP_22 = "ss-gap-22";

    private Style() {}
}
