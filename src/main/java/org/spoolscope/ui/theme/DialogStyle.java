package org.spoolscope.ui.theme;

/// The style classes of the dialogs, in the section `settings, dialogs` of `spoolscope.css`.
public final class DialogStyle {
    public static final String SCRIM = "ss-scrim";
    public static final String DIALOG = "ss-dialog";
    public static final String HEAD = "ss-dialog-head";
    public static final String BODY = "ss-dialog-body";
    public static final String FOOT = "ss-dialog-foot";
    public static final String FORM = "ss-form";
    public static final String FIELD_PROBLEM = "ss-field-problem";
    public static final String INSET = "ss-inset";
    public static final String EVIDENCE = "ss-evidence";

    private DialogStyle() {}
}
