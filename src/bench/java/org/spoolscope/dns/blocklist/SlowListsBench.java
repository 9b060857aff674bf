package org.spoolscope.dns.blocklist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.dns.TestingAnswer;
import org.spoolscope.dns.TestingDns;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.Verdict;
import org.spoolscope.monitor.lookup.GivenResolver;
import org.spoolscope.store.BlocklistsFile;

/// One address and 40 lists that each answer after 100 ms, against a single question to one of
/// them: clean, and listed by all, which takes a second question for the reason.
///
/// Arguments: rounds, and the command `spoolscope`.
public final class SlowListsBench {
    private static final Duration DELAY = Duration.ofMillis(100);

    private final Path folder = Files.createTempDirectory("lists");
    private final TestingDns dns;
    private final Catalogue catalogue;

    private SlowListsBench(TestingDns dns) throws Exception {
        this.dns = dns;
        StringBuilder toml = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            String zone = "bl" + i + ".test";
            toml.append("[[list]]\nname = \"" + zone + "\"\nzone = \"" + zone + "\"\n");
            TestingAnswer listed = TestingAnswer.a("127.0.0.2").txt("listed").after(DELAY);
            dns.zone(zone, TestingAnswer.noName().after(DELAY))
                    .name("2.0.0.127." + zone, listed)
                    .name("11.2.0.192." + zone, listed);
        }
        Files.writeString(folder.resolve("lists.toml"), toml);
        catalogue = BlocklistsFile.only(folder.resolve("lists.toml"), folder);
    }

    public static void main(String[] args) throws Exception {
        String[] words = args[0].split(" ");
        try (TestingDns dns = TestingDns.start()) {
            SlowListsBench bench = new SlowListsBench(dns);
            bench.check("192.0.2.10", Verdict.CLEAN);
            new Ways()
                    .add("one question to one list", bench::ask)
                    .add("40 lists, clean", () -> bench.check("192.0.2.10", Verdict.CLEAN))
                    .add("40 lists, listed", () -> bench.check("192.0.2.11", Verdict.LISTED))
                    .add("check-ip, clean", () -> bench.command(words[1], "192.0.2.10"))
                    .add("check-ip --help", () -> bench.process(words[1], "check-ip", "--help"))
                    .compare(Integer.parseInt(words[0]));
        }
    }

    private void ask() throws Exception {
        try (DnsClient client = GivenResolver.open(dns.address())) {
            client.ask(new DnsQuestion("10.2.0.192.bl0.test", DnsQuestion.Type.A)).get();
        }
    }

    private void check(String address, Verdict expected) throws Exception {
        try (DnsClient client = GivenResolver.open(dns.address())) {
            BlocklistChecker checker =
                    new BlocklistChecker(client, catalogue, Limits.DEFAULT, InstantSource.system());
            Subject subject = new Subject.Address(IpAddress.parse(address).orElseThrow());
            List<CompletableFuture<ListCheck>> checks = new ArrayList<>();
            for (Blocklist list : catalogue.asked()) {
                checks.add(checker.check(subject, list));
            }
            for (CompletableFuture<ListCheck> check : checks) {
                if (check.get().verdict() != expected) {
                    throw new IOException(check.get().toString());
                }
            }
        }
    }

    private void command(String spoolscope, String address) throws Exception {
        process(
                spoolscope,
                "check-ip",
                address,
                "--resolver",
                dns.hostPort(),
                "--lists",
                folder.resolve("lists.toml").toString());
    }

    private void process(String... words) throws Exception {
        int status =
                new ProcessBuilder(words)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (status != 0) {
            throw new IOException("status " + status);
        }
    }
}
