package org.spoolscope.ui.blocklist;

/// Opens a page in the person's browser. Behind an interface since there is none without a display,
/// and since it is the one way by which the console tells anybody else of an address.
@FunctionalInterface
public interface WebPages {
    /// Returns at once. JavaFX thread.
    ///
    /// @param address begins with `https://` or `http://`; others are not opened
    void open(String address);
}
