package org.spoolscope.demo.sim;

import java.time.Duration;
import java.util.List;
import org.spoolscope.demo.sim.Domain.Behaviour;
import org.spoolscope.model.Instance;

/// The hosts of the demo fleet: `mail1` in a campaign that one provider slows down, `mail2` healthy
/// with two instances, `mail3` with a slow disk, and so on in turn, smaller, as far as asked for.
/// Every sixth runs a Postfix and a kernel from before `postqueue -j` and pressure stall
/// information.
public final class Profiles {
    private static final long GIB = 1L << 30;
    private static final double SMALL = 0.12;

    private Profiles() {}

    /// The kind of host at place `index` of the fleet, from 0.
    public static Profile of(int index) {
        String name = "mail" + (index + 1);
        double scale = index < 3 ? 1 : SMALL;
        return switch (index % 3) {
            case 0 -> campaign(name, index, scale);
            case 1 -> healthy(name, index, scale);
            default -> slowDisk(name, index, scale);
        };
    }

    private static Profile campaign(String name, int index, double scale) {
        Domain own = Domain.local("nordlys.example");
        Domain bigmail = World.bigmail(new Behaviour.LimitsRate(2.2 * scale, (int) (300 * scale)));
        Traffic traffic =
                new Traffic(
                        own,
                        0.5 * scale,
                        new Traffic.Campaign(
                                Duration.ofMinutes(20),
                                Duration.ofHours(4),
                                (int) (40_000 * scale),
                                8 * scale),
                        World.mix(bigmail, own),
                        (int) (24 * scale));
        return profile(
                name,
                index,
                scale,
                4,
                8,
                DiskPlan.steady(900),
                1,
                List.of(
                        new Profile.InstancePlan(
                                new Instance("-", "-", true, "/etc/postfix"),
                                "/var/spool/postfix",
                                true,
                                traffic)));
    }

    private static Profile healthy(String name, int index, double scale) {
        Domain own = Domain.local("fjordpost.example");
        Domain bigmail = World.bigmail(new Behaviour.Accepts());
        Traffic first = new Traffic(own, 0.8 * scale, null, World.mix(bigmail, own), 7);
        Traffic second = new Traffic(own, 0.25 * scale, null, World.mix(bigmail, own), 2);
        return profile(
                name,
                index,
                scale,
                2,
                4,
                DiskPlan.steady(450),
                1,
                List.of(
                        new Profile.InstancePlan(
                                new Instance("-", "-", true, "/etc/postfix"),
                                "/var/spool/postfix",
                                false,
                                first),
                        new Profile.InstancePlan(
                                new Instance("postfix-out", "mta", true, "/etc/postfix-out"),
                                "/var/spool/postfix-out",
                                false,
                                second)));
    }

    private static Profile slowDisk(String name, int index, double scale) {
        Domain own = Domain.local("skipshandel.example");
        Domain bigmail = World.bigmail(new Behaviour.Accepts());
        Traffic traffic =
                new Traffic(own, 6.1 * scale, null, World.mix(bigmail, own), (int) (30 * scale));
        return profile(
                name,
                index,
                scale,
                2,
                8,
                new DiskPlan(
                        1_200, (long) (20_000 / scale), Duration.ofHours(4), Duration.ofHours(3)),
                8,
                List.of(
                        new Profile.InstancePlan(
                                new Instance("-", "-", true, "/etc/postfix"),
                                "/var/spool/postfix",
                                false,
                                traffic)));
    }

    private static Profile profile(
            String name,
            int index,
            double scale,
            int processors,
            int gibibytes,
            DiskPlan disk,
            int lookups,
            List<Profile.InstancePlan> instances) {
        boolean slow = index % 3 == 2;
        boolean old = index % 6 == 5;
        return new Profile(
                name,
                name + ".nordlys.example",
                "192.0.2." + (11 + index % 80),
                old ? "2.11.11" : slow ? "3.5.25" : "3.7.11",
                old
                        ? "Linux 3.16.0-11-amd64"
                        : slow ? "Linux 5.10.0-33-amd64" : "Linux 6.1.0-28-amd64",
                processors,
                gibibytes * GIB,
                disk,
                lookups,
                !old,
                index % 3 == 1,
                slow ? Profile.Rights.LISTING_ONLY : Profile.Rights.ALL,
                (int) (20_000 * scale),
                instances);
    }
}
