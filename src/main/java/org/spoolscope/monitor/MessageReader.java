package org.spoolscope.monitor;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.PostcatReply;
import org.spoolscope.postfix.PostfixCommands;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.Exit;
import org.spoolscope.ssh.Output;
import org.spoolscope.ssh.SshException;

/// Reads a part of one message in a server's queue: one queue file is opened there, and nothing is
/// kept here.
final class MessageReader {
    /// The script ends the reading itself; what goes beyond it is no answer of ours.
    private static final Budget BUDGET = new Budget(1 << 20, Duration.ofSeconds(30));

    private MessageReader() {}

    /// Blocks until it has been read.
    ///
    /// @throws SshException when the link is lost
    static PostcatReply read(
            Ground ground, ServerConfig server, String instance, QueueId id, PostcatReply.Part part)
            throws SshException, InterruptedException {
        String directory = ground.configDirectory(instance).orElse(null);
        if (directory == null) {
            return new PostcatReply.Failed(Words.get("action.detail.no-instance", instance));
        }
        boolean sudo = server.elevate() != ServerConfig.Elevation.NONE;
        Output output =
                ground.connection()
                        .run(
                                PostfixCommands.READ_MESSAGE.call(
                                        directory, part.word(), sudo ? "sudo" : "none"),
                                (id.value() + "\n").getBytes(StandardCharsets.US_ASCII),
                                BUDGET);
        return output.exit() instanceof Exit.Status(int status)
                ? PostcatReply.of(part, directory, output.stdout(), output.stderr(), status)
                : new PostcatReply.Failed(DisplayText.of(output.exit().text()));
    }
}
