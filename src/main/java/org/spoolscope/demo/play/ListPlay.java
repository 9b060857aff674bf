package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.model.Instance;
import org.spoolscope.model.QueuedMessage;

/// Plays `list-json` and `list-text`: postqueue, with its exit statuses and its words when it
/// refuses.
///
/// @param json with `-j`, else with `-p`
record ListPlay(SimulatedHost host, boolean json) implements Play {
    private static final int EX_UNAVAILABLE = 69;
    private static final int EX_USAGE = 64;
    private static final int NOT_FOUND = 127;

    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        if (host.has(Fault.NO_POSTQUEUE)) {
            stdio.complain("sh: 6: exec: postqueue: not found");
            return NOT_FOUND;
        }
        if (json && !host.profile().listsJson()) {
            stdio.complain("postqueue: invalid option -- 'j'");
            stdio.complain(
                    "postqueue: fatal: usage: postqueue -f | postqueue -i queueid | postqueue -p"
                            + " | postqueue -s site");
            return EX_USAGE;
        }
        String config = arguments.isEmpty() ? "" : arguments.getFirst();
        if (!hasInstance(host, config)) {
            stdio.complain(
                    "postqueue: fatal: open " + config + "/main.cf: No such file or directory");
            return 1;
        }
        String refusal = refusal(host);
        if (refusal != null) {
            stdio.complain(refusal);
            return EX_UNAVAILABLE;
        }
        Listing listing = json ? new JsonListing() : new TextListing();
        for (QueuedMessage message : host.queue(config)) {
            stdio.print(listing.message(message));
        }
        stdio.print(listing.end());
        return 0;
    }

    static boolean hasInstance(SimulatedHost host, String config) {
        return host.instances().stream().map(Instance::configDirectory).anyMatch(config::equals);
    }

    /// What postqueue says instead of listing, or null.
    static @Nullable String refusal(SimulatedHost host) {
        if (host.has(Fault.REFUSE_LISTING)) {
            return "postqueue: fatal: User "
                    + DemoAccount.USER
                    + "("
                    + DemoAccount.UID
                    + ") is not allowed to view the mail queue";
        }
        if (host.has(Fault.MAIL_SYSTEM_DOWN)) {
            return "postqueue: fatal: Queue report unavailable - mail system is down";
        }
        return null;
    }

    /// A format of postqueue's.
    interface Listing {
        CharSequence message(QueuedMessage message);

        CharSequence end();
    }
}
