package org.spoolscope.monitor.action;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Instance;
import org.spoolscope.model.action.Result;
import org.spoolscope.model.action.Tally;
import org.spoolscope.monitor.action.ActionSession.NoLink;
import org.spoolscope.postfix.action.ActionCommands;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.Exit;
import org.spoolscope.ssh.Output;
import org.spoolscope.ssh.SshException;

/// Has Postfix try what is deferred again, instance by instance. One thread; used once.
final class Flush {
    private static final Budget BUDGET = new Budget(1 << 16, Duration.ofMinutes(2));
    private static final String STEP = "flush";
    private static final int SAID_LENGTH = 200;

    private final ActionSession session;
    private final String site;
    private String said = "";

    /// @param site a domain, or empty for all
    Flush(ActionSession session, String site) {
        this.session = session;
        this.site = site;
    }

    /// What Postfix said when it did not, or empty.
    String said() {
        return said;
    }

    /// How many instances it was done on.
    Tally run(List<Instance> instances) throws InterruptedException, IOException, NoLink {
        int[] counts = new int[Result.values().length];
        for (Instance instance : instances) {
            session.tell(Progress.Stage.FLUSHING, 0, instances.size());
            session.journal().began(session.action(), STEP, instance.name(), 1);
            Result result = ask(instance);
            counts[result.ordinal()]++;
            session.journal()
                    .did(session.action(), STEP, instance.name(), result == Result.CHANGED ? 1 : 0);
        }
        return new Tally(
                counts[Result.CHANGED.ordinal()],
                0,
                0,
                counts[Result.REFUSED.ordinal()],
                counts[Result.FAILED.ordinal()]);
    }

    private Result ask(Instance instance) throws InterruptedException, NoLink {
        while (true) { // asking twice does no harm
            try {
                Output output =
                        session.ground()
                                .connection()
                                .run(
                                        ActionCommands.FLUSH.call(instance.configDirectory(), site),
                                        new byte[0],
                                        BUDGET);
                if (output.ok()) {
                    return Result.CHANGED;
                }
                String text =
                        output.exit() instanceof Exit.Status
                                ? output.text().strip()
                                : output.exit().text();
                said = DisplayText.of(text).clip(SAID_LENGTH).toString();
                return text.contains("not allowed") ? Result.REFUSED : Result.FAILED;
            } catch (SshException e) {
                session.awaitNext();
            }
        }
    }
}
