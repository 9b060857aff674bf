package org.spoolscope.demo.sim;

import java.util.random.RandomGenerator;

/// The disk under the spool: one queue, first come first served. How long a request takes follows
/// from how long the ones before it take; latency, utilisation, iowait and I/O pressure all come
/// from that one queue, so they belong together.
final class Disk {
    private static final int SECTORS_PER_REQUEST = 16;

    private final Agenda agenda;
    private final RandomGenerator random;
    private final HostMeter meter;
    private final DiskPlan plan;
    private final long installed;
    private long busyUntil;
    private long busyTotal;
    private long reads;
    private long writes;
    private long readMicros;
    private long writeMicros;
    private int inFlight;

    Disk(Agenda agenda, RandomGenerator random, HostMeter meter, DiskPlan plan) {
        this.agenda = agenda;
        this.random = random;
        this.meter = meter;
        this.plan = plan;
        this.installed = agenda.now();
    }

    /// A process that waits until the disk has done so many reads and writes.
    void await(int read, int written, Runnable done) {
        meter.blocked(1);
        submit(
                read,
                written,
                () -> {
                    meter.blocked(-1);
                    done.run();
                });
    }

    /// Written back later by the kernel: the disk is busy with it, but nobody waits.
    void writeBehind(int written, Runnable done) {
        submit(0, written, done);
    }

    /// Waits for so many requests by another host on the same storage: a directory server that
    /// looks something up. Nobody here is blocked by the kernel meanwhile.
    void awaitElsewhere(int requests, Runnable done) {
        agenda.in(requests * plan.serviceMicros(agenda.now() - installed), done);
    }

    private void submit(int read, int written, Runnable done) {
        long asked = agenda.now();
        long mean = plan.serviceMicros(asked - installed);
        long service = (long) ((read + written) * mean * random.nextDouble(0.4, 1.6));
        busyUntil = Math.max(asked, busyUntil) + service;
        busyTotal += service;
        inFlight++;
        agenda.at(
                busyUntil,
                () -> {
                    inFlight--;
                    reads += read;
                    writes += written;
                    long waited = agenda.now() - asked;
                    int requests = read + written;
                    readMicros += waited * read / requests;
                    writeMicros += waited * written / requests;
                    done.run();
                });
    }

    HostCounters.Disk counters() {
        long busy = busyTotal - Math.max(0, busyUntil - agenda.now());
        return new HostCounters.Disk(
                reads,
                reads * SECTORS_PER_REQUEST,
                readMicros / Agenda.MILLI,
                writes,
                writes * SECTORS_PER_REQUEST,
                writeMicros / Agenda.MILLI,
                inFlight,
                busy / Agenda.MILLI,
                (readMicros + writeMicros) / Agenda.MILLI);
    }
}
