package org.spoolscope.monitor.drain;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/// A made-up queue, second by second: how many messages there were, and how many of them the
/// listings saw.
final class Campaign {
    /// Departures per second, given the time and what is left.
    @FunctionalInterface
    interface Rate {
        double at(double second, double left);
    }

    record Listed(double second, int messages) {}

    private final Random random;
    private double queued;
    private Rate rate = (_, _) -> 0;
    private DoubleUnaryOperator arrivals = _ -> 0;
    private double every = 4;
    private double noise;
    private double waveSeconds;

    Campaign(int queued, long seed) {
        this.queued = queued;
        this.random = new Random(seed);
    }

    Campaign leaving(Rate rate) {
        this.rate = rate;
        return this;
    }

    Campaign arriving(DoubleUnaryOperator perSecond) {
        this.arrivals = perSecond;
        return this;
    }

    Campaign listedEvery(double seconds) {
        this.every = seconds;
        return this;
    }

    /// Listings are no snapshots: they miss or double that share, in standard deviations.
    Campaign noisy(double share) {
        this.noise = share;
        return this;
    }

    /// What leaves does so after each scan of the deferred queue.
    Campaign inWaves(double seconds) {
        this.waveSeconds = seconds;
        return this;
    }

    /// What listings saw until the queue was empty, or for a day; the last one saw nothing.
    List<Listed> run() {
        List<Listed> listed = new ArrayList<>();
        double due = 0;
        double nextWave = waveSeconds * random.nextDouble();
        double nextListing = 0;
        double leaving = 0;
        for (double second = 0; second < 86_400; second++) {
            if (second >= nextListing) {
                double seen = queued * (1 + noise * random.nextGaussian());
                listed.add(
                        new Listed(second, queued < 1 ? 0 : (int) Math.max(1, Math.round(seen))));
                nextListing += every;
            }
            if (queued < 1 && second > 60) {
                if (listed.getLast().messages() > 0) {
                    listed.add(new Listed(second, 0));
                }
                return listed;
            }
            queued += poisson(arrivals.applyAsDouble(second));
            int out = poisson(rate.at(second, queued));
            if (waveSeconds == 0) {
                queued = Math.max(0, queued - out);
            } else {
                due += out;
                if (second >= nextWave) {
                    nextWave += waveSeconds;
                    leaving = due / 40;
                    due = 0;
                }
                if (second < nextWave - waveSeconds + 40) {
                    queued = Math.max(0, queued - leaving);
                }
            }
        }
        return listed;
    }

    private int poisson(double mean) {
        if (mean <= 0) {
            return 0;
        }
        if (mean > 30) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
