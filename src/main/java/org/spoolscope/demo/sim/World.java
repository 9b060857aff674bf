package org.spoolscope.demo.sim;

import java.time.Duration;
import java.util.List;
import org.spoolscope.demo.sim.Domain.Behaviour;

/// The domains that the demo fleet's mail goes to. All are example domains (RFC 2606), all
/// addresses documentation addresses (RFC 5737).
final class World {
    static final Domain GMX =
            Domain.accepting("gmx.example", "mx00.gmx.example", "198.51.100.17", 6, 9);
    static final Domain FREEMAIL =
            Domain.accepting("freemail.example", "mx1.freemail.example", "198.51.100.33", 12, 14);
    static final Domain FIRMA =
            Domain.accepting("firma.example", "mail.firma.example", "203.0.113.20", 1, 6);
    static final Domain UNI =
            new Domain(
                    "uni.example",
                    "smtp-in.uni.example",
                    "203.0.113.41",
                    new Behaviour.AsksBlocklist(),
                    2,
                    5);
    static final Domain FYLKE =
            Domain.accepting("fylke.example", "mx.fylke.example", "203.0.113.52", 1, 4);
    static final Domain KOMMUNE =
            new Domain(
                    "kommune.example",
                    "mx.kommune.example",
                    "203.0.113.60",
                    new Behaviour.Greylists(Duration.ofMinutes(5)),
                    1,
                    4);
    static final Domain SKOLE =
            new Domain(
                    "skole.example",
                    "mx2.skole.example",
                    "203.0.113.61",
                    new Behaviour.Greylists(Duration.ofMinutes(1)),
                    2,
                    6);
    static final Domain OLDISP =
            new Domain(
                    "oldisp.example",
                    "mx.oldisp.example",
                    "203.0.113.77",
                    new Behaviour.Silent(),
                    0,
                    0);
    static final Domain TYPO =
            new Domain("bigmial.example", "", "", new Behaviour.NoSuchDomain(), 0, 0);
    static final Domain NO_DNS =
            new Domain("verksted.example", "", "", new Behaviour.NoNameServer(), 0, 0);

    private World() {}

    /// The largest provider; how much it takes depends on what it thinks of the sender.
    static Domain bigmail(Behaviour behaviour) {
        return new Domain(
                "bigmail.example", "mx-in.bigmail.example", "198.51.100.5", behaviour, 5, 7);
    }

    /// Which domains mail goes to, and how often.
    static List<Share> mix(Domain bigmail, Domain own) {
        return List.of(
                new Share(bigmail, 360),
                new Share(FREEMAIL, 170),
                new Share(GMX, 150),
                new Share(FIRMA, 110),
                new Share(UNI, 60),
                new Share(FYLKE, 50),
                new Share(KOMMUNE, 35),
                new Share(SKOLE, 20),
                new Share(own, 30),
                new Share(OLDISP, 1),
                new Share(TYPO, 3),
                new Share(NO_DNS, 1));
    }

    /// A domain and its weight.
    record Share(Domain domain, int weight) {}
}
