package org.spoolscope.demo.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.spoolscope.demo.sim.Message.Addressee;
import org.spoolscope.demo.sim.Submission.Way;

/// Who sends mail through one instance, and when: everyday mail in a Poisson stream that swells and
/// ebbs, and campaigns.
final class Arrivals {
    private static final double SWELL = 0.25;
    private static final double SWELL_PERIOD = 17 * Agenda.MINUTE;

    private final Node node;
    private final Traffic traffic;
    private final Intake intake;
    private final RandomGenerator everyday;
    private final RandomGenerator campaign;
    private final int weights;

    Arrivals(Node node, Traffic traffic, Intake intake) {
        this.node = node;
        this.traffic = traffic;
        this.intake = intake;
        this.everyday = node.random("everyday mail");
        this.campaign = node.random("campaign");
        this.weights = traffic.mix().stream().mapToInt(World.Share::weight).sum();
        nextEveryday();
        Traffic.Campaign plan = traffic.campaign();
        if (plan != null) {
            node.agenda().in(plan.first().toNanos() / 1000, () -> begin(plan));
        }
    }

    private void nextEveryday() {
        double phase = node.agenda().now() % SWELL_PERIOD / SWELL_PERIOD * 2 * Math.PI;
        double rate = traffic.perSecond() * (1 + SWELL * Math.sin(phase));
        long gap = (long) (everyday.nextExponential() / rate * Agenda.SECOND);
        node.agenda()
                .in(
                        gap,
                        () -> {
                            intake.offer(everydayMail());
                            nextEveryday();
                        });
    }

    private Submission everydayMail() {
        int kind = everyday.nextInt(100);
        int size = (int) Math.min(9_000_000, Streams.around(everyday, 14_000, 1.3));
        if (kind < 15) {
            // From outside, for somebody here.
            Domain from = pick(everyday);
            return new Submission(
                    Way.SMTP, person(everyday, from), size, List.of(to(everyday, traffic.own())));
        }
        if (kind < 20) {
            return new Submission(
                    Way.SENDMAIL, service("cron"), 900 + size / 20, recipients(everyday, 1));
        }
        int count = everyday.nextInt(100) < 92 ? 1 : everyday.nextInt(2, 6);
        if (kind < 50) {
            return new Submission(
                    Way.SUBMISSION,
                    person(everyday, traffic.own()),
                    size,
                    recipients(everyday, count));
        }
        String sender = kind < 75 ? "ordre" : kind < 90 ? "noreply" : "faktura";
        return new Submission(Way.SMTP, service(sender), size, recipients(everyday, count));
    }

    private void begin(Traffic.Campaign plan) {
        node.agenda().in(plan.every().toNanos() / 1000, () -> begin(plan));
        nextOfCampaign(plan, plan.messages());
    }

    private void nextOfCampaign(Traffic.Campaign plan, int left) {
        if (left == 0) {
            return;
        }
        int size = 38_000 + campaign.nextInt(2_500);
        intake.offer(
                new Submission(Way.SMTP, service("nyhetsbrev"), size, recipients(campaign, 1)));
        long gap = (long) (campaign.nextExponential() / plan.perSecond() * Agenda.SECOND);
        node.agenda().in(gap, () -> nextOfCampaign(plan, left - 1));
    }

    private List<Addressee> recipients(RandomGenerator random, int count) {
        List<Addressee> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(to(random, pick(random)));
        }
        return all;
    }

    private static Addressee to(RandomGenerator random, Domain domain) {
        int person = random.nextInt(People.COUNT);
        return new Addressee(People.address(person, domain), domain, People.lot(person));
    }

    private static Sender person(RandomGenerator random, Domain domain) {
        return new Sender(People.address(random.nextInt(People.COUNT), domain), domain);
    }

    private Sender service(String name) {
        return new Sender(name + "@" + traffic.own().name(), traffic.own());
    }

    private Domain pick(RandomGenerator random) {
        int lot = random.nextInt(weights);
        for (World.Share share : traffic.mix()) {
            lot -= share.weight();
            if (lot < 0) {
                return share.domain();
            }
        }
        throw new IllegalStateException("weights");
    }
}
