package org.spoolscope.host;

import java.util.List;
import org.spoolscope.model.RemoteCommand;

/// What Spoolscope runs on a server to look at its host. Nothing here writes on the server.
///
/// **`sample`** (`$1` spool directory) is one long-lived loop. It prints a header at once; then for
/// each line on standard input one frame; it ends, with status 0, when standard input ends. Header
/// and frames are lines `key TAB value`, and each ends with a line that is a single `.`. `TAB` is
/// one tab; the kernel's own lines are passed on as they are.
///
/// The header:
///
/// | key | value |
/// |---|---|
/// | `sampler` | `1`, the version of this format |
/// | `cpus` | how many, or empty |
/// | `spool` | `$1` |
/// | `device` | kernel name of the whole disk that holds the spool `TAB` the file read for it |
/// | `missing` | `disk`, `psi` … `TAB` why; `device` or `missing disk` is there, never both |
///
/// The request `s` asks for a frame without a single fork, `d` for the same plus the last three
/// rows (two forks, of `df`):
///
/// | key | value |
/// |---|---|
/// | `uptime` | `/proc/uptime`: seconds since boot, idle seconds: the clock for all rates |
/// | `cpu` | first line of `/proc/stat`: `cpu user nice system idle iowait irq softirq steal …` |
/// | `psi` | first line of `/proc/pressure/io`: `some avg10=… avg60=… avg300=… total=MICROSECONDS` |
/// | `load` | `/proc/loadavg` |
/// | `mem` | a line of `/proc/meminfo`, several times: `MemTotal`, `MemFree`, `MemAvailable`; before Linux 3.14 `Buffers` and `Cached` in place of the last |
/// | `disk` | `/sys/dev/block/…/stat`, 11, 15 or 17 numbers (Documentation/block/stat.rst) |
/// | `space` | last line of `df -Pk`: source, KiB, used, free, share, mount point |
/// | `inodes` | last line of `df -Pi`: source, inodes, used, free, share, mount point |
/// | `mem` | `SwapTotal` and `SwapFree`, only with `d` |
///
/// In place of any of them may stand `missing TAB key TAB why`, where key is one of `uptime cpu psi
/// load memory disk space inodes`. Any other request is answered with `missing TAB request TAB not
/// understood`.
public final class HostCommands {
    public static final RemoteCommand SAMPLE = RemoteCommand.load(HostCommands.class, "sample");

    /// The whole catalogue.
    public static final List<RemoteCommand> ALL = List.of(SAMPLE);

    private HostCommands() {}
}
