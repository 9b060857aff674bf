package org.spoolscope.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import org.spoolscope.cli.Cli;
import org.spoolscope.cli.Surroundings;
import org.spoolscope.cli.Terminal;
import org.spoolscope.ssh.Ssh;
import org.spoolscope.ssh.SshSettings;

/// The program's entry: hands the command line to [Cli], which opens the console when told nothing.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Logging.warningsOnly();
        String system = System.getProperty("os.name");
        Path home = Path.of(System.getProperty("user.home"));
        SshSettings ssh = SshSettings.openSsh(home, System.getProperty("user.name"));
        Surroundings surroundings =
                new Surroundings(
                        System.getenv(),
                        system,
                        home,
                        InstantSource.system(),
                        ZoneId.systemDefault(),
                        () -> new Ssh(ssh));
        Terminal terminal = Terminal.ofProcess(System.getenv(), system);
        Cli cli = new Cli(terminal, surroundings, new Windows(ssh));
        // JavaFX and MINA keep threads of their own that would hold the process open.
        System.exit(cli.run(args));
    }
}
