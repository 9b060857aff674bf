package org.spoolscope.lab;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.spoolscope.model.Drain;
import org.spoolscope.model.FleetSnapshot;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerSnapshot;
import org.spoolscope.monitor.Fleet;
import org.spoolscope.monitor.LogSettings;
import org.spoolscope.monitor.MonitorSettings;
import org.spoolscope.monitor.Sleeper;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshSettings;

/// Campaigns that drain through the lab's Postfix, one in each instance, into a sink that takes
/// mail at a rate of its own: what is told at half time about when the queue is empty, against when
/// it is. Wants the lab to be up; `SPOOLSCOPE_LAB` and its port say which.
///
/// Arguments, or all in one: how many messages, a [Course] for the first instance, one for the
/// second.
public final class DrainBench {
    private static final Duration TIME = Duration.ofMinutes(6);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int ENOUGH = 100;
    private static final List<String> INSTANCES = List.of("-", "postfix-out");
    private static final List<String> CAMPAIGNS = List.of("postfix", "postfix-out");

    private DrainBench() {}

    /// How fast messages are taken, so that all are after [#TIME].
    enum Course {
        STEADY,
        /// To three tenths, in proportion to what is left.
        SLOWING,
        /// To two fifths, when two fifths are taken.
        THROTTLED;

        /// Relative to what is steady.
        ///
        /// @param left the share that is still to come
        double rate(double left) {
            return switch (this) {
                case STEADY -> 1;
                case SLOWING -> Math.log(10.0 / 3) / 7 * (3 + 7 * left);
                case THROTTLED -> left > 0.6 ? 1.9 : 0.76;
            };
        }
    }

    /// What was published about a queue at one moment.
    private record Told(Instant at, int queued, Drain drain) {}

    /// Gives each message its moment: on average at the rate of a course, each by chance.
    private static final class Pace {
        private final Course course;
        private final int messages;
        private final Random random;
        private int taken;
        private long next = System.nanoTime();

        Pace(Course course, int messages, long seed) {
            this.course = course;
            this.messages = messages;
            this.random = new Random(seed);
        }

        void await() throws InterruptedException {
            Sleeper.REAL.sleep(Duration.ofNanos(Math.max(0, turn() - System.nanoTime())));
        }

        private synchronized long turn() {
            double rate =
                    course.rate(1 - (double) taken++ / messages) * messages / TIME.toSeconds();
            double gap = -Math.log1p(-random.nextDouble()) / rate;
            next = Math.max(next, System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
            next += Math.round(gap * 1e9);
            return next;
        }
    }

    public static void main(String[] args) throws Exception {
        String[] words = String.join(" ", args).split(" ");
        int messages = Integer.parseInt(words[0]);
        List<Course> courses = new ArrayList<>();
        for (int i = 0; i < INSTANCES.size(); i++) {
            courses.add(Course.valueOf(words[i + 1].toUpperCase(Locale.ROOT)));
        }
        run(new Lab(), messages, courses);
        System.exit(0);
    }

    private static void run(Lab lab, int messages, List<Course> courses) throws Exception {
        lab.empty();
        Map<String, Pace> paces = new HashMap<>();
        List<ServerConfig> servers = new ArrayList<>();
        for (int i = 0; i < courses.size(); i++) {
            paces.put(domain(i), new Pace(courses.get(i), messages, System.nanoTime()));
            servers.add(
                    ServerConfig.of(domain(i), "127.0.0.1")
                            .withPort(lab.port)
                            .withInstance(INSTANCES.get(i)));
        }
        SshSettings login = new LabLogin(lab.folder, lab.port).settings();
        try (Ssh ssh = new Ssh(login);
                Fleet fleet =
                        new Fleet(
                                ssh,
                                servers,
                                MonitorSettings.DEFAULT,
                                LogSettings.builtIn(),
                                InstantSource.system(),
                                Sleeper.REAL,
                                new Random());
                TestingSink _ = new TestingSink(lab, recipient -> reply(paces, recipient))) {
            Watch watch = new Watch(servers);
            try (Fleet.Subscription _ = fleet.subscribe(watch::see)) {
                List<Thread> sending = new ArrayList<>();
                for (int i = 0; i < courses.size(); i++) {
                    String domain = domain(i);
                    String instance = CAMPAIGNS.get(i);
                    sending.add(
                            Thread.ofVirtual()
                                    .start(() -> lab.campaign(domain, instance, messages)));
                }
                for (Thread one : sending) {
                    one.join();
                }
                watch.awaitEmpty();
            }
            for (int i = 0; i < courses.size(); i++) {
                report(courses.get(i), messages, watch.of(domain(i)));
            }
        }
    }

    private static String domain(int number) {
        return "drain" + number + ".test.example";
    }

    private static String reply(Map<String, Pace> paces, String recipient) {
        Pace pace = paces.get(recipient.substring(recipient.indexOf('@') + 1));
        try {
            Objects.requireNonNull(pace, recipient).await();
            return "250 2.0.0 ok";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "421 4.3.2 closing";
        }
    }

    /// Half of the time from when there was most to the end.
    private static void report(Course course, int messages, List<Told> all) {
        Told most = all.getFirst();
        for (Told told : all) {
            most = told.queued() >= most.queued() ? told : most;
        }
        Told last = all.getLast();
        double took = seconds(most.at(), last.at());
        System.out.printf(
                Locale.ROOT,
                "%s, %d messages, %.0f s from when there was most:",
                course.name().toLowerCase(Locale.ROOT),
                messages,
                took);
        for (double part : new double[] {0.5, 0.75}) {
            Instant moment = most.at().plusMillis(Math.round(took * part * 1_000));
            Told then = most;
            for (Told told : all) {
                then = told.at().isAfter(moment) ? then : told;
            }
            double remaining = seconds(then.at(), last.at());
            System.out.printf(Locale.ROOT, " at %.2f of it %s", part, words(then, remaining));
        }
        System.out.println();
    }

    private static String words(Told then, double remaining) {
        if (!(then.drain() instanceof Drain.Draining(Instant end, Instant first, Instant latest))) {
            return then.drain() + " where " + Math.round(remaining) + " s remained;";
        }
        double told = seconds(then.at(), end);
        return String.format(
                Locale.ROOT,
                "told %.0f s (%.0f to %s), truth %.0f s: %+.1f %%;",
                told,
                seconds(then.at(), first),
                latest == null ? "never" : Math.round(seconds(then.at(), latest)),
                remaining,
                (told / remaining - 1) * 100);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }

    /// Keeps what is published about each server, until its queue was filled and is empty.
    private static final class Watch {
        private final Map<String, List<Told>> all = new HashMap<>();
        private final CountDownLatch open;

        Watch(List<ServerConfig> servers) {
            servers.forEach(server -> all.put(server.name(), new ArrayList<>()));
            open = new CountDownLatch(servers.size());
        }

        synchronized void see(FleetSnapshot fleet) {
            Instant now = Instant.now();
            for (ServerSnapshot server : fleet.servers()) {
                int queued = server.counts().total();
                List<Told> its = all.getOrDefault(server.name(), List.of());
                boolean filled = its.stream().anyMatch(told -> told.queued() > ENOUGH);
                if (filled && its.getLast().queued() == 0 || !filled && queued == 0) {
                    continue;
                }
                its.add(new Told(now, queued, server.growth().drain()));
                if (filled && queued == 0) {
                    open.countDown();
                }
            }
        }

        synchronized List<Told> of(String server) {
            return List.copyOf(all.getOrDefault(server, List.of()));
        }

        void awaitEmpty() throws InterruptedException, IOException {
            if (!open.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("not drained after " + LONGEST);
            }
        }
    }
}
