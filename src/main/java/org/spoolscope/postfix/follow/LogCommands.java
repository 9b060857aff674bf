package org.spoolscope.postfix.follow;

import java.util.List;
import org.spoolscope.model.RemoteCommand;
import org.spoolscope.postfix.PostfixCommands;

/// What Spoolscope runs on a server to read its mail log. Nothing here writes on the server, and
/// nothing outlives its standard input.
///
/// **`log-read`** (no arguments) is one long-lived loop. The first line on its standard input is
/// the *nonce*, 32 hexadecimal digits; each further request is answered before the next one may be
/// sent. An answer is data, then NUL, the nonce, a space, `status word`, LF. The shell keeps files
/// open in *slots*, its descriptors 3 to 9: what was opened stays readable when it is renamed or
/// deleted. It holds no other state.
///
/// | request | data | status word |
/// |---|---|---|
/// | `open SLOT`, then a line with the path | none | `ok IDENTITY`, `no -`, `denied -` |
/// | `read SLOT BS SKIP COUNT`, then a line with a path or an empty one | up to COUNT blocks of BS bytes from block SKIP | dd's exit status, then `same`, `other`, `gone`: what the path leads to, compared with the slot; `-` without one |
/// | `unpack SLOT gz\|bz2\|xz\|zst SKIP COUNT` | up to COUNT bytes of what is packed in it, from byte SKIP | `ok -`, or `no -` where that program is missing |
/// | `close SLOT` | none | `ok -` |
/// | `list`, then a line with the path | a line `IDENTITY SIZE MTIME CTIME NAME` for the path and what begins with it, a dot or a dash, and a digit; at most 1,000 | `ok`, the server's clock (`date +%s`) |
/// | anything else | none | `bad -` |
///
/// IDENTITY is device, inode and, where the system tells it, time of birth, with colons between. A
/// `read` costs the server one fork, of `dd`.
///
/// **`log-sources`** (`$1` the configured file or empty, then the configuration directories of the
/// watched instances) looks for mail logs, exit status 0:
///
/// | line | means |
/// |---|---|
/// | `user TAB name` | the account |
/// | `syslog TAB directory` | this instance logs to syslog |
/// | `file TAB why TAB path TAB state TAB age TAB lines TAB group` | why: `configured`, `maillog_file`, `syslog`; state: `read`, `denied`, `missing`; age: seconds since the last write; lines: how many of its last 64 KiB are Postfix's; group: that may read it, or empty; from `age` on only where the file is there |
/// | `journal TAB state TAB lines` | state: `read`, `missing`; lines: how many of the newest 200 mail messages it shows are Postfix's |
///
/// **`log-journal`** (`$1` cursor or empty, `$2` how many entries to begin with where there is no
/// cursor, then identifiers) follows the journal: JSON Lines as of `journalctl -o json --all`, of
/// the mail facility, of these identifiers, and of journald's own notes of lines it dropped. With a
/// cursor the first entry is that one when it is still there. Ends with its standard input.
///
/// **`log-identifiers`** (no arguments): the `SYSLOG_IDENTIFIER` values in the journal, one a line.
public final class LogCommands {
    public static final RemoteCommand READ = load("log-read");
    public static final RemoteCommand SOURCES = load("log-sources");
    public static final RemoteCommand JOURNAL = load("log-journal");
    public static final RemoteCommand IDENTIFIERS = load("log-identifiers");

    /// The whole catalogue.
    public static final List<RemoteCommand> ALL = List.of(READ, SOURCES, JOURNAL, IDENTIFIERS);

    private LogCommands() {}

    private static RemoteCommand load(String name) {
        return RemoteCommand.load(PostfixCommands.class, name);
    }
}
