package org.spoolscope.monitor;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.spoolscope.model.Capability;
import org.spoolscope.model.Instance;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
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
    /// a few seconds per instance.
    ///
    /// @throws SshException when the link is lost
    public static List<Capability> examine(
            SshConnection connection, ServerFacts facts, ServerConfig server)
            throws SshException, InterruptedException {
        List<Instance> instances = WatchedInstances.of(facts, server);
        String log = server.log() != null ? server.log() : facts.logFile();
        if (instances.isEmpty()) {
            return examine(connection, NO_INSTANCE, log);
        }
        Map<Capability.Kind, Capability> all = new EnumMap<>(Capability.Kind.class);
        for (Instance instance : instances) {
            for (Capability one : examine(connection, instance.configDirectory(), log)) {
                Capability named = instances.size() == 1 ? one : named(instance, one);
                all.merge(one.kind(), named, Doctor::both);
            }
        }
        return List.copyOf(all.values());
    }

    private static List<Capability> examine(
            SshConnection connection, String configDirectory, String log)
            throws SshException, InterruptedException {
        return org.spoolscope.postfix.Doctor.parse(
                connection
                        .run(
                                PostfixCommands.DOCTOR.call(configDirectory, log),
                                new byte[0],
                                Budget.SMALL)
                        .text());
    }

    private static Capability named(Instance instance, Capability one) {
        return one.granted()
                ? one
                : new Capability(
                        one.kind(), false, instance.name() + ": " + one.evidence(), one.grant());
    }

    private static Capability both(Capability first, Capability second) {
        if (second.granted()) {
            return first;
        }
        if (first.granted()) {
            return second;
        }
        List<String> grants = new ArrayList<>(first.grant().lines().toList());
        second.grant().lines().filter(line -> !grants.contains(line)).forEach(grants::add);
        return new Capability(first.kind(), false, first.evidence(), String.join("\n", grants));
    }
}
