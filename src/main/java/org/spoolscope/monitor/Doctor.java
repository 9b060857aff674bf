package org.spoolscope.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spoolscope.dns.DnsClient;
import org.spoolscope.model.Capability;
import org.spoolscope.model.Instance;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Wording;
import org.spoolscope.monitor.lookup.ResolverWay;
import org.spoolscope.monitor.lookup.ServerResolver;
import org.spoolscope.postfix.PostfixCommands;
import org.spoolscope.ssh.Budget;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;

/// Tries what an account can do on a server, and says what would grant the rest.
public final class Doctor {
    private static final String NO_INSTANCE = "/etc/postfix";

    private Doctor() {}

    /// One capability per kind, in the order of [Capability.Kind]. With several instances, a thing
    /// is granted when it is granted for each of them, and the grants of all are named. Blocks for
    /// a few seconds per instance, and for as long as [ServerResolver#find].
    ///
    /// @throws SshException when the link is lost
    public static List<Capability> examine(
            SshConnection connection, ServerFacts facts, ServerConfig server)
            throws SshException, InterruptedException {
        ResolverWay way = ServerResolver.find(connection, server.name());
        if (way instanceof ResolverWay.Found(DnsClient client)) {
            client.close();
        }
        return Stream.concat(
                        examinePostfix(connection, facts, server).stream(),
                        Stream.of(way.capability(facts.user())))
                .toList();
    }

    /// The same without the server's resolver.
    public static List<Capability> examinePostfix(
            SshConnection connection, ServerFacts facts, ServerConfig server)
            throws SshException, InterruptedException {
        List<Instance> instances = WatchedInstances.of(facts, server);
        String log = server.log() != null ? server.log() : facts.logFile();
        // An account without any rule that asks sudo makes it mail root, once per examination.
        String sudo = server.elevate() == ServerConfig.Elevation.NONE ? "no-sudo" : "";
        if (instances.isEmpty()) {
            return examine(connection, NO_INSTANCE, log, sudo);
        }
        List<Found> found = new ArrayList<>();
        for (Instance instance : instances) {
            for (Capability one : examine(connection, instance.configDirectory(), log, sudo)) {
                found.add(new Found(instance.name(), one));
            }
        }
        return Arrays.stream(Capability.Kind.values())
                .map(kind -> found.stream().filter(one -> one.what().kind() == kind).toList())
                .filter(of -> !of.isEmpty())
                .map(Doctor::together)
                .toList();
    }

    /// What was found for one instance.
    private record Found(String instance, Capability what) {}

    private static List<Capability> examine(
            SshConnection connection, String configDirectory, String log, String sudo)
            throws SshException, InterruptedException {
        return org.spoolscope.postfix.Doctor.parse(
                connection
                        .run(
                                PostfixCommands.DOCTOR.call(configDirectory, log, sudo),
                                new byte[0],
                                Budget.SMALL)
                        .text());
    }

    /// One verdict for all instances; an instance is named only where they differ.
    private static Capability together(List<Found> found) {
        Capability first = found.getFirst().what();
        List<Found> denied = found.stream().filter(one -> !one.what().granted()).toList();
        if (denied.isEmpty()) {
            return first;
        }
        boolean same =
                found.stream().map(one -> one.what().evidence()).distinct().count() == 1
                        && denied.size() == found.size();
        String evidence =
                same
                        ? first.evidence()
                        : denied.stream()
                                .map(one ->
                                        Wording.named(one.instance())
                                                + ": "
                                                + one.what().evidence())
                                .collect(Collectors.joining("; "));
        String grants =
                denied.stream()
                        .flatMap(one -> one.what().grant().lines())
                        .distinct()
                        .collect(Collectors.joining("\n"));
        return new Capability(first.kind(), false, evidence, grants);
    }
}
