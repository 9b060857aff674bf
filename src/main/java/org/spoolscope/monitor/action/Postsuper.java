package org.spoolscope.monitor.action;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.Words;
import org.spoolscope.model.action.Target;
import org.spoolscope.monitor.Ground;
import org.spoolscope.postfix.action.ActionCommands;
import org.spoolscope.postfix.action.PostsuperReply;
import org.spoolscope.postfix.action.PostsuperReply.End;
import org.spoolscope.postfix.action.Step;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.Exit;
import org.spoolscope.ssh.Output;
import org.spoolscope.ssh.SshException;

/// Runs postsuper on a server, once.
final class Postsuper {
    /// A line of some 50 bytes for each message; a drowning disk may need a second for each.
    private static final Budget BUDGET = new Budget(4 << 20, Duration.ofMinutes(20));

    private Postsuper() {}

    /// Has it do a step to messages of one instance. Blocks until it has.
    ///
    /// @param targets of that instance, at least one
    /// @throws SshException when the link is lost; some of them may have been changed then
    static PostsuperReply run(Ground ground, ServerConfig server, Step step, List<Target> targets)
            throws SshException, InterruptedException {
        String instance = targets.getFirst().instance();
        String directory = ground.configDirectory(instance).orElse(null);
        if (directory == null) {
            String none = Words.get("action.detail.no-instance", instance).toString();
            return new PostsuperReply(Set.of(), End.FAILED, none);
        }
        boolean sudo = server.elevate() != ServerConfig.Elevation.NONE;
        byte[] ids =
                targets.stream()
                        .map(target -> target.id().value() + "\n")
                        .collect(Collectors.joining())
                        .getBytes(StandardCharsets.US_ASCII);
        Output output =
                ground.connection()
                        .run(
                                ActionCommands.POSTSUPER.call(
                                        directory, step.word(), sudo ? "sudo" : "none"),
                                ids,
                                BUDGET);
        if (output.exit() instanceof Exit.Status(int status)) {
            return PostsuperReply.of(step, output.text(), status);
        }
        PostsuperReply partly = PostsuperReply.of(step, output.text(), 1);
        return new PostsuperReply(partly.changed(), End.FAILED, output.exit().text());
    }
}
