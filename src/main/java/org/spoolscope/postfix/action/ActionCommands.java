package org.spoolscope.postfix.action;

import java.util.List;
import org.spoolscope.model.RemoteCommand;
import org.spoolscope.postfix.PostfixCommands;

/// What Spoolscope runs on a server to change its queue. Queue ids come on standard input, one a
/// line: there they can't be taken for options, and `ALL` is no wildcard. None of these ever holds
/// a message's id, an address or a pattern in its arguments.
///
/// **`postsuper`** (`$1` configuration directory, `$2` a [Step]'s word, `$3` `sudo` or `none`):
/// what `postsuper` prints on either output, and its exit status. Where the account is not root it
/// is run by `sudo -n`, with exactly the arguments that
/// [org.spoolscope.postfix.Grants#actionRules(String)] allows; with `none` the exit status is 77,
/// where there is no postsuper 127. Deleting reaches the hold queue only.
///
/// **`retry`** (`$1` configuration directory): one line `ID TAB STATUS TAB TEXT` for each id, the
/// exit status of `postqueue -i` and what it printed. Other lines of its input are passed over.
/// That status is 0 also for an id that is not there (tried on Postfix 3.7).
///
/// **`flush`** (`$1` configuration directory, `$2` a domain or empty): what `postqueue -f`, or `-s`
/// with the domain, prints, and its exit status.
public final class ActionCommands {
    public static final RemoteCommand POSTSUPER = load("postsuper");
    public static final RemoteCommand RETRY = load("retry");
    public static final RemoteCommand FLUSH = load("flush");

    /// The whole catalogue.
    public static final List<RemoteCommand> ALL = List.of(POSTSUPER, RETRY, FLUSH);

    private ActionCommands() {}

    private static RemoteCommand load(String name) {
        return RemoteCommand.load(PostfixCommands.class, name);
    }
}
