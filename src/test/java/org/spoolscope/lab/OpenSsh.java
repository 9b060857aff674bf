package org.spoolscope.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// OpenSSH's own client, logged in to the lab: an open connection (ControlMaster) that commands may
/// share, until [#close].
public final class OpenSsh implements AutoCloseable {
    private static final Path NOTHING = Path.of("/dev/null");

    private final LabLogin lab;
    private final String socket;

    public OpenSsh(LabLogin lab) throws IOException {
        this.lab = lab;
        this.socket = lab.operator().resolve("control").toString();
        run(line(List.of("-MNf", "-o", "ControlPath=" + socket), List.of()), NOTHING);
    }

    /// Runs a command over the open connection to its end; its output is thrown away.
    ///
    /// @throws IOException when it fails
    public void shared(String... command) throws IOException {
        run(line(List.of("-o", "ControlPath=" + socket), List.of(command)), NOTHING);
    }

    /// Starts a command over the open connection, to be talked to; it ends with its input.
    public Process start(String... command) throws IOException {
        return new ProcessBuilder(line(List.of("-o", "ControlPath=" + socket), List.of(command)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// As [#shared], over a connection of its own.
    public void fresh(String... command) throws IOException {
        fresh(NOTHING, command);
    }

    /// The same with a file on the command's standard input.
    public void fresh(Path stdin, String... command) throws IOException {
        run(line(List.of("-o", "ControlPath=none"), List.of(command)), stdin);
    }

    @Override
    public void close() throws IOException {
        run(line(List.of("-O", "exit", "-o", "ControlPath=" + socket), List.of()), NOTHING);
    }

    private List<String> line(List<String> options, List<String> command) {
        List<String> line = new ArrayList<>(List.of("ssh", "-F", "none", "-o", "BatchMode=yes"));
        line.addAll(List.of("-o", "UserKnownHostsFile=" + lab.operator().resolve("known_hosts")));
        line.addAll(List.of("-i", lab.operator().resolve("id_ed25519").toString()));
        line.addAll(List.of("-p", String.valueOf(lab.port())));
        line.addAll(options);
        line.add("ops@127.0.0.1");
        line.addAll(command);
        return line;
    }

    private static void run(List<String> command, Path stdin) throws IOException {
        int status =
                new ProcessBuilder(command)
                        .redirectInput(stdin.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .onExit()
                        .join()
                        .exitValue();
        if (status != 0) {
            throw new IOException(command + " ended with " + status);
        }
    }
}
