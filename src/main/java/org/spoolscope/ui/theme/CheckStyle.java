package org.spoolscope.ui.theme;

/// The style classes of the Deliverability page, in the section `deliverability` of
/// `spoolscope.css`.
public final class CheckStyle {
    public static final String FOUND = "ss-found";
    public static final String FINDING = "ss-finding";
    public static final String SEVERITY = "ss-severity";
    public static final String LINES = "ss-finding-lines";

    private CheckStyle() {}
}
