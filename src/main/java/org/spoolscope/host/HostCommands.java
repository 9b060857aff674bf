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
///
/// **`resolver`** (no arguments) prints, exit status 0: `tool TAB name` for each of `dig`, `drill`
/// and `host` that is there, `file TAB /etc/resolv.conf` where that can be read, and `conf TAB
/// line` for each of its lines, of 16 KiB at most.
///
/// **`lookup`** (`$1` is `dig`, `drill` or `host`) asks the DNS: each line on standard input is `ID
/// TYPE NAME`, an id of up to five digits, a type of A, AAAA, CNAME, MX, NS, PTR, SOA and TXT, and
/// a name of letters, digits, hyphens, underscores and dots; with anything else it ends at once
/// with status 65. Each question is asked by a program of its own, at the lowest priority and for 5
/// s at most; how many run at once is up to who asks. What the program prints comes line by line as
/// `ID:line`, lines of several answers mixed, without those over 4,000 bytes, and at its end
/// `ID=STATUS`. It ends, with status 0, when standard input has ended and all is answered; 127
/// where there is no such program.
///
/// **`network`** (no arguments) prints, exit status 0, what the kernel says of this server's
/// addresses: lines `key TAB line`, of 64 KiB at most for each key. With the program `ip`:
///
/// | key | lines of |
/// |---|---|
/// | `addr` | `ip -o addr show` |
/// | `route4` | `ip -4 -o route get 192.0.2.1`, as a route to anywhere |
/// | `route6` | `ip -6 -o route get 2001:db8::1` |
///
/// Where there is no such program: `route` (`/proc/net/route`), `fib_trie` and `if_inet6`, the
/// kernel's own files.
public final class HostCommands {
    public static final RemoteCommand SAMPLE = RemoteCommand.load(HostCommands.class, "sample");
    public static final RemoteCommand RESOLVER = RemoteCommand.load(HostCommands.class, "resolver");
    public static final RemoteCommand LOOKUP = RemoteCommand.load(HostCommands.class, "lookup");
    public static final RemoteCommand NETWORK = RemoteCommand.load(HostCommands.class, "network");

    /// The whole catalogue.
    public static final List<RemoteCommand> ALL = List.of(SAMPLE, RESOLVER, LOOKUP, NETWORK);

    private HostCommands() {}
}
