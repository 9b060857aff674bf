package org.spoolscope.demo.sim;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.spoolscope.demo.sim.Answer.Verdict;

/// The delivery agents of one instance: smtp(8) and virtual(8), at most `default_process_limit` at
/// once, and per destination as many as [Site] allows.
final class Delivery {
    private static final int PROCESS_LIMIT = 100;
    private static final long AGENT_USER = 1_500;
    private static final long AGENT_SYSTEM = 1_000;

    private final Node node;
    private final Spool spool;
    private final Tally tally;
    private final String address;
    private final Map<Domain, Site> sites = new LinkedHashMap<>();
    private final Consumer<Message> finished;
    private final Processes agents = new Processes(PROCESS_LIMIT);

    /// @param finished told the message after each attempt; the addressee says how it went
    Delivery(Node node, Spool spool, Tally tally, String address, Consumer<Message> finished) {
        this.node = node;
        this.spool = spool;
        this.tally = tally;
        this.address = address;
        this.finished = finished;
    }

    void add(Message message, Message.Addressee to) {
        Site site = sites.computeIfAbsent(to.domain, this::site);
        site.todo.add(new Site.Entry(message, to));
        start(site);
    }

    /// What has not been begun of these messages is not begun: their files are elsewhere now.
    void withdraw(Set<Message> messages) {
        for (Site site : sites.values()) {
            site.todo.removeIf(entry -> {
                boolean theirs = messages.contains(entry.message());
                entry.message().open -= theirs ? 1 : 0;
                return theirs;
            });
        }
    }

    /// No destination is left alone any more for not having answered.
    void retryAll() {
        sites.values().forEach(Site::revive);
    }

    /// The same for one destination.
    void retry(Domain domain) {
        Site site = sites.get(domain);
        if (site != null) {
            site.revive();
        }
    }

    private Site site(Domain domain) {
        return new Site(
                new Provider(
                        domain,
                        address,
                        node.random("provider " + domain.name()),
                        node.agenda().now()));
    }

    private void start(Site site) {
        while (agents.anyFree() && site.mayStart()) {
            Site.Entry entry = site.todo.remove();
            String suspended = site.suspended(node.agenda().now());
            if (suspended == null) {
                attempt(site, entry);
            } else {
                // qmgr hands these to the error agent: deferred without an attempt.
                Answer answer =
                        new Answer(
                                Verdict.DEFERRED,
                                "4.4.1",
                                "none",
                                "delivery temporarily suspended: " + suspended,
                                0,
                                0,
                                false);
                node.agenda().in(0, () -> conclude("error", 0, entry, answer, node.agenda().now()));
            }
        }
    }

    private void attempt(Site site, Site.Entry entry) {
        site.running++;
        int process = agents.take();
        long started = node.agenda().now();
        Answer answer = site.provider.answer(entry.message(), entry.to(), started);
        node.meter().charge(AGENT_USER, AGENT_SYSTEM);
        node.agenda()
                .in(
                        answer.tookMicros(),
                        () -> {
                            site.running--;
                            boolean othersWait = !agents.anyFree();
                            agents.release(process);
                            if (answer.siteFailed()) {
                                site.failed(answer.reason(), node.agenda().now());
                            } else {
                                site.answered();
                            }
                            String agent = answer.relay().equals("virtual") ? "virtual" : "smtp";
                            conclude(agent, process, entry, answer, started);
                            start(site);
                            if (othersWait) {
                                sites.values().forEach(this::start);
                            }
                        });
    }

    private void conclude(
            String agent, int process, Site.Entry entry, Answer answer, long started) {
        Message message = entry.message();
        Message.Addressee to = entry.to();
        to.attempts++;
        switch (answer.verdict()) {
            case SENT -> {
                to.done = true;
                tally.sent++;
            }
            case DEFERRED -> {
                to.reason = answer.reason();
                tally.deferrals++;
            }
            case BOUNCED -> {
                to.done = true;
                to.bounced = answer;
            }
        }
        long now = node.agenda().now();
        long activated = message.activated;
        node.log()
                .add(
                        agent,
                        process,
                        () ->
                                LogText.attempt(
                                        spool.id(message),
                                        message,
                                        to,
                                        answer,
                                        activated,
                                        started,
                                        now));
        finished.accept(message);
    }
}
