package org.spoolscope.ui.blocklist;

/// How wide the columns are, in pixels. Only whole ones are shown, so that nothing is cut off.
///
/// @param kind 0 where there is no room for what a list lists
/// @param shown so many addresses
record MatrixFit(double name, double kind, double cell, int shown, double probe) {
    private static final double ROOMY = 820;
    private static final double NAME = 170;
    private static final double KIND = 140;
    private static final double LEAST_CELL = 124;
    private static final double MOST_CELL = 190;
    private static final double PROBE = 190;
    private static final double NARROW_PROBE = 150;

    static MatrixFit in(double width, int addresses) {
        double kind = width >= ROOMY ? KIND : 0;
        double probe = width >= ROOMY ? PROBE : NARROW_PROBE;
        double room = Math.max(LEAST_CELL, width - NAME - kind - probe);
        int shown = Math.clamp((int) (room / LEAST_CELL), 1, Math.max(1, addresses));
        double cell = Math.min(MOST_CELL, Math.floor(room / shown));
        return new MatrixFit(NAME, kind, cell, shown, probe + room - cell * shown);
    }

    /// Where the cells begin.
    double cells() {
        return name + kind;
    }

    /// Where the control probes begin.
    double probes() {
        return cells() + cell * shown;
    }

    /// Which of the shown addresses is at `x`, or -1.
    int at(double x) {
        return x < cells() || x >= probes() ? -1 : (int) ((x - cells()) / cell);
    }
}
