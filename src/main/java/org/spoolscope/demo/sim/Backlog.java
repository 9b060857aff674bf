package org.spoolscope.demo.sim;

import java.util.List;
import java.util.random.RandomGenerator;
import org.spoolscope.demo.sim.Message.Addressee;
import org.spoolscope.model.QueueName;

/// Mail that had been waiting for days when the simulation begins: for a server that does not
/// answer, and for mailboxes that are full.
final class Backlog {
    private Backlog() {}

    static void fill(Node node, Spool spool, Tally tally, Traffic traffic) {
        RandomGenerator random = node.random("backlog");
        long now = node.agenda().now();
        for (int i = 0; i < traffic.old(); i++) {
            long age = random.nextLong(Agenda.HOUR, QueueManager.MAXIMAL_LIFETIME - Agenda.HOUR);
            int person = random.nextInt(People.COUNT);
            boolean dead = i % 3 != 0;
            Domain domain = dead ? World.OLDISP : World.FREEMAIL;
            int lot = dead ? People.ORDINARY_LOT : 999;
            Addressee to = new Addressee(People.address(person, domain), domain, lot);
            to.attempts = 1;
            Sender sender = new Sender("ordre@" + traffic.own().name(), traffic.own());
            int size = 4_000 + random.nextInt(40_000);
            Message message = new Message(now - age, spool.inode(), size, sender, List.of(to));
            to.reason = new Provider(domain, "", random, now).answer(message, to, now).reason();
            message.due = now + random.nextLong(QueueManager.MAXIMAL_BACKOFF);
            tally.arrived++;
            spool.add(message, QueueName.DEFERRED);
        }
    }
}
