package org.spoolscope.app;

import java.nio.file.Path;
import java.util.List;
import org.spoolscope.cli.Faces;
import org.spoolscope.ssh.SshSettings;

/// The faces that the command line opens.
final class Windows implements Faces {
    Windows(SshSettings ssh) {}

    @Override
    public int console(Path folder) throws NoDisplayException {
        Display.require(System.getenv(), System.getProperty("os.name"));
        return 0;
    }

    @Override
    public int demo(int servers, double speed) throws NoDisplayException {
        Display.require(System.getenv(), System.getProperty("os.name"));
        return 0;
    }

    @Override
    public int screenshot(Path folder, Screenshot picture) {
        return 0;
    }

    @Override
    public List<Page> pages() {
        return List.of(
                new Page("fleet", false), new Page("server", true), new Page("queue", false));
    }
}
