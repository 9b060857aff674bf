package org.spoolscope.ui.theme;

/// The style classes of the pages that the log is behind, in the section `log` of `spoolscope.css`.
public final class LogStyle {
    public static final String LINES = "ss-lines";
    public static final String LINE = "ss-line";
    public static final String LINE_MARK = "ss-line-mark";
    public static final String LINE_WORD = "ss-line-word";
    public static final String LINE_TEXT = "ss-line-text";
    public static final String LINK = "ss-link";
    public static final String LINE_PANE = "ss-line-pane";
    public static final String NEW_LINES = "ss-new-lines";
    public static final String HEADING = "ss-heading";

    public static final String MATCHES = "ss-matches";
    public static final String TITLE_ID = "ss-title-id";
    public static final String TIMELINE = "ss-timeline";
    public static final String OLD_SEARCH = "ss-old-search";
    public static final String INCOMPLETE = "ss-incomplete";
    public static final String STEP = "ss-step";
    public static final String STEP_RING = "ss-step-ring";
    public static final String STEP_THREAD = "ss-step-thread";
    public static final String STEP_WORD = "ss-step-word";
    public static final String STAGE = "ss-stage";
    public static final String STAGES = "ss-stages";

    private LogStyle() {}
}
