package org.spoolscope.demo.sim;

/// What the kernel of a simulated host has counted since it started, in the kernel's terms
/// (proc(5), Documentation/accounting/psi.rst, Documentation/admin-guide/iostats.rst).
///
/// @param bootMicros when the host started, in microseconds since 1970
/// @param upMicros for how long it has been up
public record HostCounters(
        long bootMicros,
        long upMicros,
        Cpu cpu,
        Load load,
        Memory memory,
        Pressure pressure,
        Disk disk,
        Space space) {

    /// Microseconds summed over all processors.
    public record Cpu(int processors, long user, long system, long iowait, long idle) {}

    /// Run-queue means over 1, 5 and 15 minutes, and the processes that run and that wait for I/O.
    public record Load(double one, double five, double fifteen, int running, int blocked) {}

    /// Bytes.
    public record Memory(long total, long available, long swapTotal, long swapFree) {}

    /// I/O pressure, `some`: shares (0 to 1) over 10, 60 and 300 s, and all microseconds since
    /// boot.
    public record Pressure(double ten, double sixty, double threeHundred, long totalMicros) {}

    /// A line of `/proc/diskstats`: requests, sectors, milliseconds.
    public record Disk(
            long reads,
            long sectorsRead,
            long readMillis,
            long writes,
            long sectorsWritten,
            long writeMillis,
            int inFlight,
            long busyMillis,
            long weightedMillis) {}

    /// Of the spool's file system: bytes and inodes.
    public record Space(long total, long free, long inodes, long inodesFree) {}
}
