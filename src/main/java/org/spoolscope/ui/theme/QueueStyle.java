package org.spoolscope.ui.theme;

/// The style classes of the Queue page, in the section `queue` of `spoolscope.css`.
public final class QueueStyle {
    public static final String FILTER = "ss-filter";
    public static final String FILTER_TEXT = "ss-filter-text";
    public static final String KEY_CAP = "ss-key-cap";
    public static final String MISTAKE = "ss-mistake";
    public static final String FLOATING = "ss-floating";
    public static final String SUGGESTION = "ss-suggestion";
    public static final String CHIP = "ss-chip";
    public static final String GROUP = "ss-group";
    public static final String GROUP_BAR = "ss-group-bar";
    public static final String SHAPE = "ss-shape";
    public static final String SHAPE_CELL = "ss-shape-cell";
    public static final String SHAPE_HEAT = "ss-shape-heat";
    public static final String SHAPE_DOMAIN = "ss-shape-domain";
    public static final String MESSAGES = "ss-messages";
    public static final String TABLE_FOOT = "ss-table-foot";
    public static final String QUEUE_MARK = "ss-queue-mark";
    public static final String DETAILS = "ss-details";
    public static final String DETAILS_HEAD = "ss-details-head";
    public static final String DETAILS_BODY = "ss-details-body";
    public static final String CONTENT_LINE = "ss-content-line";
    public static final String RECIPIENTS = "ss-recipients";

    private QueueStyle() {}
}
