package org.spoolscope.dns.blocklist;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.DnsReply;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.Verdict;

/// The control probes of each list, asked once and remembered for hours. Threading: for any thread.
final class Controls {
    /// What is asked for with one kind of name.
    enum Family {
        V4,
        V6,
        DOMAIN;

        static Family of(Subject subject) {
            return switch (subject) {
                case Subject.Address(IpAddress ip) -> ip.isV4() ? V4 : V6;
                case Subject.Domain _ -> DOMAIN;
            };
        }
    }

    private static final int V4 = 4;
    private static final int V6 = 16;

    private final Questions questions;
    private final Pacer pacer;
    private final Catalogue catalogue;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<Key, Probed> probed = new HashMap<>();

    Controls(
            Questions questions,
            Pacer pacer,
            Catalogue catalogue,
            InstantSource clock,
            RandomGenerator random) {
        this.questions = questions;
        this.pacer = pacer;
        this.catalogue = catalogue;
        this.clock = clock;
        this.random = random;
    }

    private record Key(String list, Family family) {}

    /// @param until null while the probes are under way
    private record Probed(CompletableFuture<Health> health, @Nullable Instant until) {}

    /// The list's health, from memory or from probes that begin now.
    CompletableFuture<Health> health(Blocklist list, Family family) {
        Key key = new Key(list.name(), family);
        CompletableFuture<Health> health = new CompletableFuture<>();
        synchronized (this) {
            Probed before = probed.get(key);
            if (before != null
                    && (before.until() == null || clock.instant().isBefore(before.until()))) {
                return before.health();
            }
            probed.put(key, new Probed(health, null));
        }
        var _ =
                probe(list, family)
                        .thenAccept(found -> {
                            synchronized (this) {
                                Instant until = clock.instant().plus(found.lasts());
                                probed.put(key, new Probed(health, until));
                            }
                            health.complete(found);
                            if (found.verdict() == Verdict.TIMEOUT) {
                                pacer.giveUp(catalogue.zoneToAsk(list));
                            }
                        });
        return health;
    }

    private CompletableFuture<Health> probe(Blocklist list, Family family) {
        List<CompletableFuture<Answer>> tests =
                tests(list, family).map(label -> answer(list, label)).toList();
        CompletableFuture<Answer> never = answer(list, never(family));
        CompletableFuture<Answer> random = answer(list, random(family));
        return CompletableFuture.allOf(
                        Stream.concat(tests.stream(), Stream.of(never, random))
                                .toArray(CompletableFuture[]::new))
                .thenCompose(_ -> {
                    List<Answer> answers = tests.stream().map(CompletableFuture::join).toList();
                    return exists(list, answers)
                            .thenApply(exists ->
                                    new Health.Probes(
                                            answers, never.join(), random.join(), exists));
                })
                .thenApply(probes -> Health.of(probes, list));
    }

    private CompletableFuture<Answer> answer(Blocklist list, String label) {
        String zone = catalogue.zoneToAsk(list);
        return questions
                .ask(zone, new DnsQuestion(label + "." + zone, DnsQuestion.Type.A))
                .thenApply(told -> Answer.of(told.reply(), list));
    }

    /// Whether the zone does, when no test entry is listed: it does not where a zone above it says
    /// so.
    private CompletableFuture<Boolean> exists(Blocklist list, List<Answer> tests) {
        if (!tests.stream().allMatch(test -> test.verdict() == Verdict.CLEAN && !test.isEntry())) {
            return CompletableFuture.completedFuture(true);
        }
        String zone = catalogue.zoneToAsk(list);
        return questions
                .ask(zone, new DnsQuestion(zone, DnsQuestion.Type.SOA))
                .thenApply(told ->
                        !(told.reply() instanceof DnsReply.NoName(_, String above)
                                && isAbove(above, zone)));
    }

    private static boolean isAbove(String above, String zone) {
        return above.equals(".")
                || (!above.isEmpty()
                        && above.length() < zone.length()
                        && zone.regionMatches(
                                true, zone.length() - above.length(), above, 0, above.length()));
    }

    private static Stream<String> tests(Blocklist list, Family family) {
        if (family == Family.DOMAIN) {
            return list.test().stream();
        }
        return list.test().stream()
                .map(IpAddress::parse)
                .flatMap(Optional::stream)
                .filter(test -> family == Family.V6 || test.isV4())
                .map(test -> family == Family.V6 && test.isV4() ? mapped(test) : test)
                .map(IpAddress::reversed)
                .distinct();
    }

    private static String never(Family family) {
        IpAddress loopback = IpAddress.ofWire(new byte[] {127, 0, 0, 1});
        return switch (family) {
            case V4 -> loopback.reversed();
            case V6 -> mapped(loopback).reversed();
            case DOMAIN -> "INVALID";
        };
    }

    /// Of networks for benchmarks (RFC 2544, 5180) and the domain for examples: nobody sends mail
    /// from there.
    private String random(Family family) {
        return switch (family) {
            case V4 ->
                    IpAddress.ofWire(
                                    (byte) 198,
                                    (byte) (18 + random.nextInt(2)),
                                    (byte) random.nextInt(),
                                    (byte) random.nextInt())
                            .reversed();
            case V6 -> {
                byte[] bytes = new byte[V6];
                random.nextBytes(bytes);
                System.arraycopy(new byte[] {0x20, 1, 0, 2, 0, 0}, 0, bytes, 0, 6);
                yield IpAddress.ofWire(bytes).reversed();
            }
            case DOMAIN -> "x" + Long.toHexString(random.nextLong() >>> 1) + ".example";
        };
    }

    private static IpAddress mapped(IpAddress v4) {
        byte[] bytes = Arrays.copyOf(new byte[V6 - V4], V6);
        bytes[10] = (byte) 0xFF;
        bytes[11] = (byte) 0xFF;
        System.arraycopy(v4.toWire(), 0, bytes, V6 - V4, V4);
        return IpAddress.ofWire(bytes);
    }
}
