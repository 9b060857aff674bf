package org.spoolscope.postfix;

import java.util.List;
import org.spoolscope.model.RemoteCommand;

/// What Spoolscope runs on a server to look at its Postfix. Nothing here writes on the server. All
/// output is UTF-8 with invalid bytes possible, lines end with LF, `TAB` is one tab.
///
/// **`probe`** (no arguments) prints one `key TAB value` per line, exit status 0:
///
/// | key | value |
/// |---|---|
/// | `user` | login name of the account |
/// | `system` | `uname -sr`, such as `Linux 6.1.0-28-amd64` |
/// | `zone` | the system's time zone, such as `Europe/Oslo`, or empty |
/// | `offset` | from UTC now, such as `+0100` |
/// | `clock` | seconds since the epoch |
/// | `postqueue` | its absolute path, or empty where there is none |
/// | `mail_version` | such as `3.7.11`; the line is missing where postconf fails |
/// | `myhostname` | as above |
/// | `queue_directory` | of the default instance |
/// | `maillog_file` | empty with syslog; the line is missing before Postfix 3.4 |
/// | `instance` | name `TAB` group `TAB` `y` or `n` (enabled) `TAB` configuration directory |
/// | `setting` | name `TAB` value of a setting of the instance above, as postconf tells it |
///
/// There is one `instance` line per instance, the default one first; `-` stands for no name and no
/// group. A `setting` line follows for each of `minimal_backoff_time`, `maximal_backoff_time`,
/// `queue_run_delay`, `maximal_queue_lifetime`, `bounce_queue_lifetime`,
/// `qmgr_message_active_limit`, `default_destination_concurrency_limit` and `syslog_name`, in any
/// order, with what they name put in (from Postfix 2.10 on), and none where postconf can't read
/// that directory: they cost one postconf per instance. Without Postfix there are `user`, `system`,
/// `zone`, `offset`, `clock`, an empty `postqueue` and no more.
///
/// **`list-json`** (`$1` configuration directory): what `postqueue -j` prints, JSON Lines; the exit
/// status and standard error are postqueue's own, 127 where there is no postqueue.
///
/// **`list-text`** (`$1` configuration directory): the same with `postqueue -p`, for Postfix before
/// 3.1.
///
/// **`doctor`** (`$1` configuration directory, `$2` log file or empty, `$3` empty or `no-sudo`,
/// which leaves sudo alone: asked by an account that no rule names, sudo writes a line to its log
/// and a mail to root) prints two kinds of lines, exit status 0. Facts are `key TAB value` with a
/// lower-case key: `user`, `config` (= `$1`), `default_config` (where a postsuper without `-c`
/// looks), `postsuper` and `postcat` (absolute paths or empty), `mailq_users`, `flush_users` (the
/// two `authorized_…` parameters), `log` (the file, `journal`, or empty), `log_group` (only when
/// the log is unreadable; its group if that may read it, else empty). Verdicts are `KIND TAB yes|no
/// TAB evidence`, one for each [org.spoolscope.model.Capability.Kind] by its name but
/// REACH_RESOLVER, in any order; evidence has at most 400 characters and no tab.
///
/// **`log-search`** (`$1` log file) looks for fixed strings in the file, `$1.*` and `$1-*`, oldest
/// first, at the lowest priority; packed ones (`.gz`, `.bz2`, `.xz`, `.zst`) are unpacked on the
/// way. Standard input: a nonce of lower-case hexadecimal digits, the strings, an empty line, each
/// on a line; its end ends the search. Prints the lines that hold one of the strings, and lines
/// that begin with NUL, the nonce and a blank: `file|denied|tool|skip NUMBER TOTAL NAME` before
/// each file (being searched; unreadable; no program to unpack it; no file), and `end`.
///
/// **`read-message`** (`$1` configuration directory, `$2` `head` or `body`, `$3` `sudo` or `none`)
/// reads one message, whose queue id is the first line of standard input, with `postcat -e -h -q`
/// (envelope and headers) or `-b -q`: directly where the account can read the queue, else by `sudo
/// -n`, with exactly the arguments that [Grants] allows. Prints `key TAB value` lines (`user`,
/// `postcat`, `default_config`, as `doctor` does), an empty line, and of what postcat prints at
/// most one byte more than 256 KiB. The exit status and standard error are those of postcat or
/// sudo; 64 for what is no queue id, 77 where sudo is not to be asked, 127 without postcat.
///
/// **`sending`** (arguments: configuration directories) prints for each of them `instance TAB
/// directory`, then `setting TAB name TAB value` for each of `smtp_bind_address`,
/// `smtp_bind_address6`, `inet_interfaces`, `inet_protocols`, `proxy_interfaces`, `myhostname`,
/// `mydomain`, `myorigin`, `smtp_helo_name` and `relayhost` that this Postfix knows, and `override
/// TAB service/unix TAB name TAB value` for each that a service of master.cf has in place of that
/// (`smtp_bind_address`, `smtp_bind_address6`, `smtp_helo_name`, `myhostname`), with what they name
/// put in. Exit status 0.
public final class PostfixCommands {
    public static final RemoteCommand PROBE = load("probe");
    public static final RemoteCommand LIST_JSON = load("list-json");
    public static final RemoteCommand LIST_TEXT = load("list-text");
    public static final RemoteCommand DOCTOR = load("doctor");
    public static final RemoteCommand LOG_SEARCH = load("log-search");

    public static final RemoteCommand READ_MESSAGE = load("read-message");
    public static final RemoteCommand SENDING = load("sending");

    /// The whole catalogue.
    public static final List<RemoteCommand> ALL =
            List.of(PROBE, LIST_JSON, LIST_TEXT, DOCTOR, LOG_SEARCH, READ_MESSAGE, SENDING);

    private PostfixCommands() {}

    private static RemoteCommand load(String name) {
        return RemoteCommand.load(PostfixCommands.class, name);
    }
}
