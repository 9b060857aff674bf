package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.model.QueueId;

/// Plays `retry`: a line for each id, whether there is such a message or not, as the flush service
/// does not tell.
record RetryPlay(SimulatedHost host) implements Play {
    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        String config = arguments.isEmpty() ? "" : arguments.getFirst();
        FlushPlay.Refusal refusal = FlushPlay.refusal(host, config);
        List<String> ids = new ArrayList<>();
        for (String id = stdio.readLine(); id != null; id = stdio.readLine()) {
            if (QueueId.isValid(id)) {
                ids.add(id);
                stdio.print(id + "\t" + refusal.status() + "\t" + refusal.text() + "\n");
            }
        }
        if (refusal.status() == 0) {
            host.retry(config, ids);
        }
        return 0;
    }
}
