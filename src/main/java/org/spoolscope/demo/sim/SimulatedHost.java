package org.spoolscope.demo.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.spoolscope.model.Instance;
import org.spoolscope.model.QueuedMessage;

/// A simulated mail server. What it shows at a given simulated time depends on its profile, its
/// seed, its epoch and the faults injected, and on nothing else: not on when or how often it is
/// asked.
///
/// Time passes when somebody asks: each question first plays the simulation up to the clock's
/// present. Safe for any thread.
public final class SimulatedHost {
    private static final Duration UP_BEFORE = Duration.ofDays(83);
    private static final long DISK_BYTES = 40L << 30;
    private static final long OTHER_FILES = 11L << 30;
    private static final long INODES = 2_621_440;
    private static final long OTHER_INODES = 187_000;
    private static final long BLOCK = 4_096;

    private final Profile profile;
    private final InstantSource clock;
    private final Agenda agenda;
    private final HostMeter meter;
    private final Disk disk;
    private final MailLog log;
    private final long epoch;
    private final List<PostfixInstance> instances = new ArrayList<>();
    private final Set<Fault> faults = EnumSet.noneOf(Fault.class);

    /// @param epoch when the simulation begins; the clock's present lies after it
    public SimulatedHost(Profile profile, long seed, Instant epoch, InstantSource clock) {
        this.profile = profile;
        this.clock = clock;
        this.epoch = micros(epoch);
        this.agenda = new Agenda(this.epoch);
        Streams streams = new Streams(seed);
        this.meter = new HostMeter(agenda, profile.processors());
        this.disk = new Disk(agenda, streams.of("disk"), meter, profile.disk());
        this.log = new MailLog(agenda, profile.name(), profile.rfc3339(), profile.logLines());
        if (!profile.pressure()) {
            faults.add(Fault.NO_PSI);
        }
        for (Profile.InstancePlan plan : profile.instances()) {
            String syslogName = plan.instance().settings().syslogName();
            Node node =
                    new Node(
                            agenda,
                            streams,
                            meter,
                            disk,
                            log.writer(syslogName),
                            profile.lookups(),
                            profile.hostName(),
                            syslogName);
            instances.add(new PostfixInstance(node, plan, profile.address()));
        }
    }

    public Profile profile() {
        return profile;
    }

    /// The Postfix instances, the default one first.
    public List<Instance> instances() {
        return instances.stream().map(postfix -> postfix.instance).toList();
    }

    /// `queue_directory` of the instance with this configuration directory.
    public String queueDirectory(String configDirectory) {
        return find(configDirectory).queueDirectory;
    }

    /// Everything queued in the instance with this configuration directory, in the order in which
    /// Postfix would list it.
    ///
    /// @throws IllegalArgumentException when there is no such instance
    public synchronized List<QueuedMessage> queue(String configDirectory) {
        advance();
        PostfixInstance postfix = find(configDirectory);
        return postfix.spool.listing(postfix.instance.name());
    }

    /// Changes queued messages of the instance with this configuration directory, as postsuper does
    /// when it is given their ids. An id that is not there is passed over.
    ///
    /// @return a line for each message that was changed, and the total; nothing when none was
    public synchronized List<String> change(
            String configDirectory, QueueChange change, List<String> ids) {
        advance();
        return find(configDirectory).change(change, ids);
    }

    /// Tries messages again, as far as they are deferred, as `postqueue -i` does.
    public synchronized void retry(String configDirectory, List<String> ids) {
        advance();
        find(configDirectory).retry(ids);
    }

    /// Tries all deferred messages again, as `postqueue -f` does.
    public synchronized void flush(String configDirectory) {
        advance();
        find(configDirectory).flush();
    }

    /// Tries what is deferred for a domain, as `postqueue -s` does.
    ///
    /// @return false where the flush service is not configured for it
    public synchronized boolean flush(String configDirectory, String site) {
        advance();
        return find(configDirectory).flush(site);
    }

    public synchronized HostCounters counters() {
        advance();
        long memory = profile.memory();
        return new HostCounters(
                epoch - UP_BEFORE.toNanos() / 1000,
                agenda.now() - epoch + UP_BEFORE.toNanos() / 1000,
                meter.cpu(),
                meter.load(),
                new HostCounters.Memory(memory, memory * 5 / 8, memory / 4, memory / 4),
                meter.pressure(),
                disk.counters(),
                space());
    }

    private HostCounters.Space space() {
        long bytes = OTHER_FILES;
        long inodes = OTHER_INODES;
        for (PostfixInstance postfix : instances) {
            // Each file takes whole blocks, half a block more on average.
            bytes += postfix.spool.bytes() + postfix.spool.size() * (BLOCK / 2);
            inodes += postfix.spool.size();
        }
        long free = faults.contains(Fault.SPOOL_FULL) ? 0 : Math.max(0, DISK_BYTES - bytes);
        return new HostCounters.Space(DISK_BYTES, free, INODES, Math.max(0, INODES - inodes));
    }

    /// What has become of all mail so far, instance by instance.
    public synchronized List<Totals> totals() {
        advance();
        return instances.stream().map(it -> it.tally.totals(it.spool.size())).toList();
    }

    /// The newest lines of the mail log, oldest first.
    public synchronized List<String> log() {
        advance();
        return log.lines();
    }

    /// Its clock.
    public Instant now() {
        return clock.instant();
    }

    /// How large the file is that the mail log is written to.
    public synchronized long logSize() {
        advance();
        return log.file().size();
    }

    /// Bytes of that file, from `from` on, at most `most`.
    public synchronized byte[] logBytes(long from, long most) {
        advance();
        return log.file().read(from, most);
    }

    /// How many lines the mail log ever had.
    public synchronized long logged() {
        advance();
        return log.written();
    }

    public synchronized boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /// Puts a trouble into the host, as of now.
    public synchronized void inject(Fault fault) {
        advance();
        faults.add(fault);
        obey();
    }

    /// Takes it out again.
    public synchronized void clear(Fault fault) {
        advance();
        faults.remove(fault);
        obey();
    }

    private void obey() {
        boolean down = faults.contains(Fault.MAIL_SYSTEM_DOWN);
        boolean full = faults.contains(Fault.SPOOL_FULL);
        for (PostfixInstance postfix : instances) {
            postfix.stop(down);
            postfix.closeDoor(down || full);
        }
    }

    private void advance() {
        agenda.runUntil(micros(clock.instant()));
    }

    private PostfixInstance find(String configDirectory) {
        for (PostfixInstance postfix : instances) {
            if (postfix.instance.configDirectory().equals(configDirectory)) {
                return postfix;
            }
        }
        throw new IllegalArgumentException("no such instance: " + configDirectory);
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * Agenda.SECOND + instant.getNano() / 1000;
    }
}
