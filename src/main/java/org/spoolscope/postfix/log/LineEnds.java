package org.spoolscope.postfix.log;

/// Finds the line feeds that lines end with.
public final class LineEnds {
    private LineEnds() {}

    /// Where the first one stands in `in[from, to)`, or `to`.
    public static int next(byte[] in, int from, int to) {
        return Scan.until(in, from, to, (byte) '\n');
    }

    /// Behind the last one in `in[from, to)`, or `from`.
    public static int last(byte[] in, int from, int to) {
        int at = to;
        while (at > from && in[at - 1] != '\n') {
            at--;
        }
        return at;
    }
}
