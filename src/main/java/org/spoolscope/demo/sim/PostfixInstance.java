package org.spoolscope.demo.sim;

import java.util.List;
import java.util.Map;
import org.spoolscope.model.Instance;
import org.spoolscope.model.QueueId;

/// One Postfix instance: its spool, and the processes around it.
final class PostfixInstance {
    final Instance instance;
    final String queueDirectory;
    final Spool spool;
    final Tally tally = new Tally();
    private final Node node;
    private final Intake intake;
    private final QueueManager queueManager;
    private final Postsuper postsuper;
    private final List<Domain> flushed;
    private boolean stopped;

    PostfixInstance(Node node, Profile.InstancePlan plan, String address) {
        this.node = node;
        this.instance = plan.instance();
        this.queueDirectory = plan.queueDirectory();
        long firstInode = 130_000 + node.random("inodes").nextLong(200_000);
        this.spool = new Spool(new Ids(plan.longIds(), firstInode));
        long firstScan = node.random("scan").nextLong(QueueManager.QUEUE_RUN_DELAY);
        this.queueManager = new QueueManager(node, spool, tally, address, firstScan);
        this.postsuper = new Postsuper(node, spool, tally, queueManager);
        this.flushed = plan.traffic().mix().stream().map(World.Share::domain).toList();
        this.intake = new Intake(node, spool, tally, queueManager::wake);
        Backlog.fill(node, spool, tally, plan.traffic());
        new Arrivals(node, plan.traffic(), intake);
    }

    /// See [Postsuper#run].
    List<String> change(QueueChange change, List<String> ids) {
        return postsuper.run(change, ids);
    }

    /// Tries these again, as far as they are deferred.
    void retry(List<String> ids) {
        Map<QueueId, Message> all = spool.byId();
        for (String id : ids) {
            Message message = QueueId.isValid(id) ? all.get(new QueueId(id)) : null;
            if (message != null) {
                queueManager.retry(message);
            }
        }
    }

    void flush() {
        queueManager.flush();
    }

    /// Tries what is deferred for a domain.
    ///
    /// @return whether `fast_flush_domains` has it
    boolean flush(String site) {
        for (Domain domain : flushed) {
            if (domain.name().equals(site)) {
                queueManager.flush(domain);
                return true;
            }
        }
        return false;
    }

    void closeDoor(boolean close) {
        intake.close(close);
    }

    void stop(boolean stop) {
        if (stop != stopped) {
            String text =
                    stop
                            ? "terminating on signal 15"
                            : "daemon started -- configuration " + instance.configDirectory();
            node.log().add("master", () -> text);
        }
        stopped = stop;
        queueManager.stop(stop);
        intake.close(stop);
    }
}
