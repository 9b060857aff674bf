package org.spoolscope.demo.sim;

import org.spoolscope.model.Instance;

/// One Postfix instance: its spool, and the processes around it.
final class PostfixInstance {
    final Instance instance;
    final String queueDirectory;
    final Spool spool;
    final Tally tally = new Tally();
    private final Intake intake;
    private final QueueManager queueManager;

    PostfixInstance(Node node, Profile.InstancePlan plan, String address) {
        this.instance = plan.instance();
        this.queueDirectory = plan.queueDirectory();
        long firstInode = 130_000 + node.random("inodes").nextLong(200_000);
        this.spool = new Spool(new Ids(plan.longIds(), firstInode));
        long firstScan = node.random("scan").nextLong(QueueManager.QUEUE_RUN_DELAY);
        this.queueManager = new QueueManager(node, spool, tally, address, firstScan);
        this.intake = new Intake(node, spool, tally, queueManager::wake);
        Backlog.fill(node, spool, tally, plan.traffic());
        new Arrivals(node, plan.traffic(), intake);
    }

    void closeDoor(boolean close) {
        intake.close(close);
    }

    void stop(boolean stop) {
        queueManager.stop(stop);
        intake.close(stop);
    }
}
