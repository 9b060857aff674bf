package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spoolscope.demo.sim.Fault;
import org.spoolscope.demo.sim.Profile;
import org.spoolscope.demo.sim.QueueChange;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.model.QueueId;

/// Plays `postsuper`. The account is not root; sudo lets it where it has all rights.
record PostsuperPlay(SimulatedHost host) implements Play {
    private static final int EX_USAGE = 64;
    private static final int EX_NOPERM = 77;
    private static final int NOT_FOUND = 127;

    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        String config = arguments.isEmpty() ? "" : arguments.getFirst();
        Optional<QueueChange> change = arguments.size() < 2 ? Optional.empty() : of(arguments);
        if (change.isEmpty()) {
            return EX_USAGE;
        }
        if (host.has(Fault.NO_POSTQUEUE)) {
            stdio.print("postsuper was not found\n");
            return NOT_FOUND;
        }
        if (arguments.size() < 3 || !arguments.get(2).equals("sudo")) {
            stdio.print("this account is not root, and sudo is not to be asked\n");
            return EX_NOPERM;
        }
        if (host.profile().rights() != Profile.Rights.ALL) {
            stdio.print("sudo: a password is required\n");
            return 1;
        }
        if (!ListPlay.hasInstance(host, config)) {
            stdio.print(
                    "postsuper: fatal: open " + config + "/main.cf: No such file or directory\n");
            return 1;
        }
        for (String line : host.change(config, change.get(), ids(stdio))) {
            stdio.print("postsuper: " + line + "\n");
        }
        return 0;
    }

    private static Optional<QueueChange> of(List<String> arguments) {
        return switch (arguments.get(1)) {
            case "hold" -> Optional.of(QueueChange.HOLD);
            case "release" -> Optional.of(QueueChange.RELEASE);
            case "requeue" -> Optional.of(QueueChange.REQUEUE);
            case "expire" -> Optional.of(QueueChange.EXPIRE);
            case "delete" -> Optional.of(QueueChange.DELETE);
            default -> Optional.empty();
        };
    }

    private static List<String> ids(Stdio stdio) throws IOException {
        List<String> ids = new ArrayList<>();
        for (String line = stdio.readLine(); line != null; line = stdio.readLine()) {
            if (QueueId.isValid(line)) {
                ids.add(line);
            } else {
                stdio.print("postsuper: warning: invalid mail queue id: " + line + "\n");
            }
        }
        return ids;
    }
}
