package org.spoolscope.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.spoolscope.model.Capability;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerFacts;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.Doctor;
import org.spoolscope.monitor.ServerProbe;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshConnection;
import org.spoolscope.ssh.SshException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `doctor SERVER`: what this account can do there, and what would grant the rest.
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {
    private static final int EVIDENCE_LENGTH = 160;

    @Parameters(paramLabel = "SERVER", descriptionKey = "cli.parameter.server")
    private String name = "";

    private final Session session;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        ServerConfig server = session.server(name);
        try (Ssh ssh = session.ssh();
                SshConnection connection = new Login(ssh, session.terminal(), server).connect()) {
            ServerFacts facts = ServerProbe.of(connection, session.clock());
            List<Capability> capabilities = Doctor.examine(connection, facts, server);
            if (session.wantsJson()) {
                JsonLines json = session.json();
                capabilities.forEach(one -> json.line(line -> write(line, server, one)));
            } else {
                introduce(server, facts, connection);
                capabilities.forEach(this::print);
            }
            return capabilities.stream().allMatch(Capability::granted)
                    ? ExitStatus.OK
                    : ExitStatus.BAD;
        } catch (SshException e) {
            throw Failure.link(server.name(), e.failure());
        }
    }

    private void introduce(ServerConfig server, ServerFacts facts, SshConnection connection) {
        DisplayText postfix =
                facts.instances().isEmpty()
                        ? Words.get("cli.doctor.no-postfix")
                        : Words.get(
                                "cli.doctor.postfix",
                                facts.postfix(),
                                String.join(
                                        ", ",
                                        facts.instances().stream()
                                                .map(one ->
                                                        one.name() + " " + one.configDirectory())
                                                .toList()));
        session.terminal()
                .print(
                        Words.get(
                                "cli.doctor.server",
                                server.name(),
                                facts.user(),
                                facts.hostName(),
                                facts.system()));
        session.terminal().print(postfix);
        session.terminal().print(Words.get("cli.doctor.hostkey", connection.hostKeyFingerprint()));
        session.terminal().print(DisplayText.EMPTY);
    }

    private void print(Capability one) {
        Painted verdict =
                one.granted()
                        ? new Painted(Words.get("cli.doctor.yes"), Tint.GOOD)
                        : new Painted(Words.get("cli.doctor.no"), Tint.BAD);
        DisplayText what = Words.get("cli.doctor." + label(one));
        session.terminal()
                .print(
                        List.of(
                                verdict,
                                Painted.plain(
                                        DisplayText.of((one.granted() ? "  " : "   ") + what)),
                                new Painted(evidence(one), Tint.FAINT)));
        if (!one.granted()) {
            session.terminal().print(DisplayText.of("     " + how(one)));
            one.grant()
                    .lines()
                    .forEach(line -> session.terminal().print(DisplayText.of("       " + line)));
        }
    }

    private static DisplayText evidence(Capability one) {
        return one.evidence().isBlank()
                ? DisplayText.EMPTY
                : DisplayText.of(
                        "  (" + DisplayText.of(one.evidence()).clip(EVIDENCE_LENGTH) + ")");
    }

    private static DisplayText how(Capability one) {
        return switch (one.kind()) {
            case ACT_AS_ROOT, READ_MESSAGES -> Words.get("cli.doctor.grant-sudo");
            default -> Words.get("cli.doctor.grant");
        };
    }

    private static void write(JsonLines.Members line, ServerConfig server, Capability one) {
        line.text("server", server.name())
                .text("capability", label(one))
                .flag("granted", one.granted())
                .text("evidence", one.evidence().isEmpty() ? null : one.evidence())
                .text("grant", one.granted() ? null : one.grant());
    }

    private static String label(Capability one) {
        return one.kind().name().toLowerCase(Locale.ROOT);
    }
}
