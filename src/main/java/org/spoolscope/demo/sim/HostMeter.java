package org.spoolscope.demo.sim;

/// What the kernel would count about processors, load and I/O pressure.
///
/// Every total is a straight line between two changes, so that reading one changes nothing, and
/// none ever falls. Processor time that was charged is spread over the second after it.
final class HostMeter {
    private static final double MAX_BUSY = 0.92;

    private final Agenda agenda;
    private final int processors;
    private final double baseUser;
    private final double baseSystem;
    private final long started;

    private long since;
    private double user;
    private double system;
    private double iowait;
    private double stalled;
    private int blocked;
    private double userRate;
    private double systemRate;
    private long userCharged;
    private long systemCharged;
    private double stalledAtTick;
    private final Averages load = new Averages(60, 300, 900);
    private final Averages pressure = new Averages(10, 60, 300);

    HostMeter(Agenda agenda, int processors) {
        this.agenda = agenda;
        this.processors = processors;
        this.baseUser = 0.02 * processors;
        this.baseSystem = 0.008 * processors;
        this.started = agenda.now();
        this.since = started;
        this.userRate = baseUser;
        this.systemRate = baseSystem;
        agenda.in(Agenda.SECOND, this::tick);
    }

    /// So many processes more (or fewer) wait for the disk.
    void blocked(int change) {
        fold();
        blocked += change;
    }

    /// Processor time used, in microseconds.
    void charge(long userMicros, long systemMicros) {
        userCharged += userMicros;
        systemCharged += systemMicros;
    }

    private void tick() {
        fold();
        userRate = Math.min(processors * MAX_BUSY * 0.7, baseUser + share(userCharged));
        systemRate = Math.min(processors * MAX_BUSY * 0.3, baseSystem + share(systemCharged));
        userCharged = 0;
        systemCharged = 0;
        load.add(blocked + userRate + systemRate);
        pressure.add((stalled - stalledAtTick) / Agenda.SECOND);
        stalledAtTick = stalled;
        agenda.in(Agenda.SECOND, this::tick);
    }

    private static double share(long micros) {
        return (double) micros / Agenda.SECOND;
    }

    private void fold() {
        long passed = agenda.now() - since;
        user += passed * userRate;
        system += passed * systemRate;
        iowait += passed * iowaitRate();
        stalled += blocked > 0 ? passed : 0;
        since = agenda.now();
    }

    /// A processor counts as waiting for I/O when it is idle and a process that last ran on it
    /// waits: the chance that at least one of `blocked` processes fell on it.
    private double iowaitRate() {
        double taken = 1 - Math.pow(1 - 1.0 / processors, blocked);
        return (processors - userRate - systemRate) * taken;
    }

    HostCounters.Cpu cpu() {
        long passed = agenda.now() - since;
        double all = (double) (agenda.now() - started) * processors;
        double userNow = user + passed * userRate;
        double systemNow = system + passed * systemRate;
        double iowaitNow = iowait + passed * iowaitRate();
        return new HostCounters.Cpu(
                processors,
                (long) userNow,
                (long) systemNow,
                (long) iowaitNow,
                (long) (all - userNow - systemNow - iowaitNow));
    }

    HostCounters.Load load() {
        return new HostCounters.Load(
                load.get(0), load.get(1), load.get(2), 1 + (int) (userRate + systemRate), blocked);
    }

    HostCounters.Pressure pressure() {
        long passed = agenda.now() - since;
        return new HostCounters.Pressure(
                pressure.get(0),
                pressure.get(1),
                pressure.get(2),
                (long) (stalled + (blocked > 0 ? passed : 0)));
    }

    /// Exponentially fading means over a second's values, as the kernel keeps them.
    private static final class Averages {
        private final double[] fade;
        private final double[] mean;

        Averages(int... seconds) {
            fade = new double[seconds.length];
            mean = new double[seconds.length];
            for (int i = 0; i < seconds.length; i++) {
                fade[i] = Math.exp(-1.0 / seconds[i]);
            }
        }

        void add(double value) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] = mean[i] * fade[i] + value * (1 - fade[i]);
            }
        }

        double get(int i) {
            return mean[i];
        }
    }
}
