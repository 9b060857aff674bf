package org.spoolscope.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `demo`: opens the console on the simulated fleet.
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private static final int MAX_SERVERS = 200;
    private static final double MAX_SPEED = 1000;

    @Option(names = "--servers", paramLabel = "N", descriptionKey = "cli.option.servers")
    private int servers = 3;

    @Option(names = "--speed", paramLabel = "X", descriptionKey = "cli.option.speed")
    private double speed = 1;

    private final Session session;
    private final Faces faces;

    DemoCommand(Session session, Faces faces) {
        this.session = session;
        this.faces = faces;
    }

    @Override
    public Integer call() throws Failure, InterruptedException, IOException {
        if (servers < 1 || servers > MAX_SERVERS) {
            throw Failure.usage("cli.demo.servers", servers, MAX_SERVERS);
        }
        if (!(speed > 0 && speed <= MAX_SPEED)) {
            throw Failure.usage("cli.demo.speed", speed, (long) MAX_SPEED);
        }
        try {
            return faces.demo(servers, speed, session.isReadOnly());
        } catch (Faces.NoDisplayException e) {
            throw NoDisplay.failure(e);
        }
    }
}
