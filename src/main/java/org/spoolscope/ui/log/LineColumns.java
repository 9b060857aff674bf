package org.spoolscope.ui.log;

/// Where the columns of a row stand, in pixels from the left edge. In a narrow window what says
/// least gives way.
///
/// @param time width
/// @param server width; 0 where there is only one
/// @param word width, its mark included
/// @param program width
/// @param id width
record LineColumns(double time, double server, double word, double program, double id) {
    static final double GAP = 10;
    static final double EDGE = 10;

    private static final double NARROW = 900;

    static LineColumns in(double width, boolean severalServers) {
        return width < NARROW
                ? new LineColumns(62, severalServers ? 64 : 0, 82, 74, 122)
                : new LineColumns(90, severalServers ? 84 : 0, 92, 118, 122);
    }

    /// Whether thousandths of a second have room.
    boolean showsMillis() {
        return time > 80;
    }
}
