package org.spoolscope.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.dns.blocklist.BlocklistChecker;
import org.spoolscope.dns.blocklist.Limits;
import org.spoolscope.dns.blocklist.Subject;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.SpecialAddress;
import org.spoolscope.model.Words;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.Verdict;
import org.spoolscope.store.BlocklistsFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `check-ip IP...`: what the blocklists say of addresses, each answer proved.
@Command(name = "check-ip")
final class CheckIpCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "IP", descriptionKey = "cli.parameter.ip")
    private List<String> ips = List.of();

    @ArgGroup private @Nullable ResolverChoice resolver;

    @Option(
            names = "--list",
            arity = "1..*",
            paramLabel = "NAME",
            descriptionKey = "cli.option.list")
    private List<String> names = List.of();

    @Option(names = "--lists", paramLabel = "FILE", descriptionKey = "cli.option.lists")
    private @Nullable Path file;

    private final Session session;

    CheckIpCommand(Session session) {
        this.session = session;
    }

    /// A question to a list, and its answer to come.
    private record Asked(Subject subject, CompletableFuture<ListCheck> check) {}

    @Override
    public Integer call() throws Failure, InterruptedException {
        List<Subject> subjects = subjects();
        Catalogue catalogue = catalogue();
        List<Blocklist> lists = lists(catalogue);
        try (DnsClient client = ResolverChoice.open(resolver, session)) {
            BlocklistChecker checker =
                    new BlocklistChecker(client, catalogue, Limits.DEFAULT, session.clock());
            List<Asked> asked = new ArrayList<>();
            for (Subject subject : subjects) {
                for (Blocklist list : lists) {
                    if (subject.fits(list)) {
                        asked.add(new Asked(subject, checker.check(subject, list)));
                    }
                }
            }
            return print(asked, catalogue);
        }
    }

    private int print(List<Asked> asked, Catalogue catalogue) throws InterruptedException {
        List<ListCheck> checks = new ArrayList<>();
        for (Asked one : asked) {
            ListCheck check = await(one.check());
            checks.add(check);
            if (session.wantsJson()) {
                session.json().line(line -> ListCheckJson.write(line, check));
            }
        }
        if (!session.wantsJson()) {
            new ListCheckReport(session.terminal(), catalogue).print(checks);
        }
        return checks.stream().anyMatch(check -> check.verdict() == Verdict.LISTED)
                ? ExitStatus.BAD
                : ExitStatus.OK;
    }

    private static ListCheck await(CompletableFuture<ListCheck> check) throws InterruptedException {
        try {
            return check.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// `--list` takes all words behind it, addresses too.
    private List<Subject> subjects() throws Failure {
        SequencedSet<Subject> subjects = new LinkedHashSet<>();
        for (String text : ips) {
            IpAddress ip =
                    IpAddress.parse(text)
                            .orElseThrow(() -> Failure.usage("cli.check-ip.no-ip", text));
            subjects.add(subject(ip));
        }
        for (String name : names) {
            Optional<IpAddress> ip = IpAddress.parse(name);
            if (ip.isPresent()) {
                subjects.add(subject(ip.get()));
            }
        }
        if (subjects.isEmpty()) {
            throw Failure.usage("cli.check-ip.none");
        }
        return List.copyOf(subjects);
    }

    private static Subject subject(IpAddress ip) throws Failure {
        Optional<SpecialAddress> special = SpecialAddress.of(ip);
        if (special.isPresent()) {
            DisplayText kind =
                    Words.get("address." + special.get().name().toLowerCase(Locale.ROOT));
            throw Failure.usage("cli.check-ip.special", ip, kind);
        }
        return new Subject.Address(ip);
    }

    private Catalogue catalogue() throws Failure {
        Path only = file;
        return only == null
                ? session.blocklists()
                : session.configured(folder -> BlocklistsFile.only(only, folder));
    }

    /// Those that were named, or those that are asked unless the person says otherwise.
    private List<Blocklist> lists(Catalogue catalogue) throws Failure {
        SequencedSet<Blocklist> named = new LinkedHashSet<>();
        for (String name : names) {
            if (IpAddress.parse(name).isEmpty()) {
                named.add(named(catalogue, name));
            }
        }
        return named.isEmpty() ? catalogue.asked() : List.copyOf(named);
    }

    private static Blocklist named(Catalogue catalogue, String name) throws Failure {
        Blocklist list =
                catalogue
                        .find(name)
                        .orElseThrow(() ->
                                Failure.usage(
                                        "cli.check-ip.list-unknown",
                                        name,
                                        String.join(
                                                ", ",
                                                catalogue.lists().stream()
                                                        .map(Blocklist::name)
                                                        .toList())));
        if (list.kind() == Blocklist.Kind.DOMAIN) {
            throw Failure.usage("cli.check-ip.list-domain", list.name());
        }
        if (!catalogue.canBeAsked(list)) {
            throw Failure.usage("cli.check-ip.list-key", list.name());
        }
        return list;
    }
}
