package org.spoolscope.ui.log;

/// Where a row comes from, in one number: a line of one server's window, or one of its gaps.
final class LogRef {
    private static final int SERVER_SHIFT = 48;
    private static final long GAP = 1L << 47;
    private static final long NUMBER = GAP - 1;

    private LogRef() {}

    /// @param server at most 32,767
    /// @param number of the line in its window
    static long line(int server, long number) {
        return (long) server << SERVER_SHIFT | number & NUMBER;
    }

    /// @param number of the gap in the order in which gaps were found
    static long gap(int server, long number) {
        return line(server, number) | GAP;
    }

    static boolean isGap(long ref) {
        return (ref & GAP) != 0;
    }

    static int server(long ref) {
        return (int) (ref >>> SERVER_SHIFT);
    }

    static long number(long ref) {
        return ref & NUMBER;
    }
}
