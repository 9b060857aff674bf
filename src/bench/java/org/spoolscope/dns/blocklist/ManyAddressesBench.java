package org.spoolscope.dns.blocklist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.ResolverAddress;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.Verdict;
import org.spoolscope.monitor.lookup.GivenResolver;
import org.spoolscope.store.BlocklistsFile;

/// 256 addresses and 40 lists, against a program that only asks the same 10,240 questions of the
/// same resolver. Ours also asks the control probes and the reasons, and must find what is listed.
/// Run by `src/lab/compare-lookups`, which makes the lists.
///
/// Arguments: the folder with `lists.toml` and `questions`, the resolver, rounds, how many are
/// listed, the command `spoolscope`, and the other program with its arguments, which reads the
/// questions from its standard input.
public final class ManyAddressesBench {
    private final Path folder;
    private final String resolver;
    private final int listed;

    private ManyAddressesBench(Path folder, String resolver, int listed) {
        this.folder = folder;
        this.resolver = resolver;
        this.listed = listed;
    }

    public static void main(String[] args) throws Exception {
        ManyAddressesBench bench =
                new ManyAddressesBench(Path.of(args[0]), args[1], Integer.parseInt(args[3]));
        List<String> other = List.of(args).subList(5, args.length);
        List<String> ours =
                Stream.concat(
                                Stream.of(
                                        args[4],
                                        "check-ip",
                                        "--json",
                                        "--resolver",
                                        args[1],
                                        "--lists",
                                        args[0] + "/lists.toml"),
                                addresses())
                        .toList();
        new Ways()
                .add(other.getFirst(), () -> bench.process(other))
                .add("check-ip, start of the JVM included", () -> bench.command(ours))
                .add("the engine", bench::engine)
                .compare(Integer.parseInt(args[2]));
    }

    private static Stream<String> addresses() {
        return Stream.iterate(0, i -> i < 256, i -> i + 1).map(i -> "192.0.2." + i);
    }

    private void engine() throws Exception {
        Catalogue catalogue = BlocklistsFile.only(folder.resolve("lists.toml"), folder);
        try (DnsClient client = GivenResolver.open(ResolverAddress.parse(resolver).orElseThrow())) {
            BlocklistChecker checker =
                    new BlocklistChecker(client, catalogue, Limits.DEFAULT, InstantSource.system());
            List<CompletableFuture<ListCheck>> checks = new ArrayList<>();
            for (String address : addresses().toList()) {
                Subject subject = new Subject.Address(IpAddress.parse(address).orElseThrow());
                for (Blocklist list : catalogue.asked()) {
                    checks.add(checker.check(subject, list));
                }
            }
            int found = 0;
            for (CompletableFuture<ListCheck> check : checks) {
                Verdict verdict = check.get().verdict();
                found += verdict == Verdict.LISTED ? 1 : 0;
                if (!verdict.isAnswer()) {
                    throw new IOException(check.get().toString());
                }
            }
            check(found);
        }
    }

    private void command(List<String> words) throws Exception {
        Path said = process(words);
        try (Stream<String> lines = Files.lines(said)) {
            check((int) lines.filter(line -> line.contains("\"verdict\":\"listed\"")).count());
        }
    }

    private void check(int found) throws IOException {
        if (found != listed) {
            throw new IOException(found + " listed instead of " + listed);
        }
    }

    private Path process(List<String> words) throws Exception {
        Path said = folder.resolve("said");
        new ProcessBuilder(words)
                .redirectInput(folder.resolve("questions").toFile())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return said;
    }
}
