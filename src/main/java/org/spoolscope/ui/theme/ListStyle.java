package org.spoolscope.ui.theme;

/// The style classes of the Blocklists page, in the section `blocklists` of `spoolscope.css`.
public final class ListStyle {
    public static final String MATRIX = "ss-matrix";
    public static final String MATRIX_HEAD = "ss-matrix-head";
    public static final String MATRIX_LINE = "ss-matrix-line";
    public static final String VERDICT = "ss-verdict";
    public static final String VERDICT_MARK = "ss-verdict-mark";
    public static final String QUIET = "ss-quiet-finding";
    public static final String CHOICES = "ss-list-choices";

    private ListStyle() {}
}
