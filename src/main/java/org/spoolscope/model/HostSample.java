package org.spoolscope.model;

import java.time.Instant;

/// What a host was doing over one sampling interval (about 2 s).
///
/// @param at when the sample arrived, by the desktop's clock
/// @param ioPressure share of wall time in which some task waited for I/O, 0 to 1, over the
///   interval (PSI `some total`, kernel Documentation/accounting/psi.rst)
/// @param disk the block device that holds the spool
/// @param spool free space of the file system that holds the spool; refreshed less often
public record HostSample(
        Instant at,
        Reading<Cpu> cpu,
        Reading<Load> load,
        Reading<Memory> memory,
        Reading<Double> ioPressure,
        Reading<Disk> disk,
        Reading<Space> spool) {

    /// Shares of CPU time over the interval, each 0 to 1, summing to 1 (proc(5), `/proc/stat`).
    /// `iowait` is time in which a CPU was idle while I/O that it had started was under way.
    public record Cpu(double user, double system, double iowait, double steal, double idle) {}

    /// Run-queue averages over 1, 5 and 15 minutes (proc(5), `/proc/loadavg`).
    public record Load(double one, double five, double fifteen) {}

    /// Bytes (proc(5), `/proc/meminfo`).
    public record Memory(long total, long available, long swapTotal, long swapFree) {}

    /// Over the interval (kernel Documentation/admin-guide/iostats.rst).
    ///
    /// @param device kernel name, such as `vda`
    /// @param latencyMillis mean time per finished request, 0 when none finished
    /// @param utilisation share of wall time with a request under way, 0 to 1
    /// @param requestsPerSecond finished reads and writes
    public record Disk(
            String device, double latencyMillis, double utilisation, double requestsPerSecond) {}

    /// Of a file system. `total` and `inodes` are 0 where the file system has no such limit (btrfs
    /// has no inode count).
    ///
    /// @param total bytes
    /// @param free bytes an ordinary account may still write
    public record Space(long total, long free, long inodes, long inodesFree) {}
}
