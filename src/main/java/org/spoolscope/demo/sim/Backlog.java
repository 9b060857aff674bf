package org.spoolscope.demo.sim;

import java.util.List;
import java.util.random.RandomGenerator;
import org.spoolscope.demo.sim.Message.Addressee;
import org.spoolscope.model.QueueName;

/// Mail that had been waiting for days when the simulation begins: for a server that does not
/// answer, and for a domain whose name servers fail.
final class Backlog {
    private Backlog() {}

    static void fill(Node node, Spool spool, Tally tally, Traffic traffic) {
        RandomGenerator random = node.random("backlog");
        long now = node.agenda().now();
        for (int i = 0; i < traffic.old(); i++) {
            long age = random.nextLong(Agenda.HOUR, QueueManager.MAXIMAL_LIFETIME - Agenda.HOUR);
            int person = random.nextInt(People.COUNT);
            Domain domain = i % 3 == 0 ? World.NO_DNS : World.OLDISP;
            Addressee to =
                    new Addressee(People.address(person, domain), domain, People.lot(person));
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
