package org.spoolscope.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.spoolscope.demo.play.DemoShell;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.ssh.RemoteShell;

/// A simulated host whose dig hears from lists that are asked with a key: one lists every address
/// that it is asked about, with the name it was asked by; the way to another is broken, and dig
/// says to which name; the rest know nothing.
final class KeyedServer implements RemoteShell {
    /// Names that were asked for.
    final Set<String> asked = new ConcurrentSkipListSet<>();

    private final String listing;
    private final String broken;
    private final DemoShell shell;

    KeyedServer(SimulatedHost host, String listing, String broken) {
        this.listing = listing;
        this.broken = broken;
        this.shell = new DemoShell(host);
    }

    @Override
    public int run(String line, InputStream in, OutputStream out, OutputStream err)
            throws IOException {
        if (!line.contains("' spoolscope-lookup")) {
            return shell.run(line, in, out, err);
        }
        BufferedReader questions =
                new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        for (String one = questions.readLine(); one != null; one = questions.readLine()) {
            String[] question = one.split(" ");
            asked.add(question[2]);
            out.write(
                    answer(question[1], question[2])
                            .formatted(question[0], question[2])
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        return 0;
    }

    /// @return with `%1$s` for the question's id, `%2$s` for the name
    private String answer(String type, String name) {
        if (name.endsWith(broken)) {
            return "%1$s:;; UDP setup with 192.0.2.9#53(192.0.2.9) for %2$s. failed: network"
                    + " unreachable.\n%1$s=9\n";
        }
        if (name.endsWith("." + listing) && isEntry(name)) {
            return """
            %1$s:;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1
            %1$s:;; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1
            %1$s:;; ANSWER SECTION:
            """
                    + "%1$s:%2$s. 300 IN "
                    + (type.equals("A") ? "A 127.0.0.2" : "TXT \"asked as %2$s\"")
                    + "\n%1$s=0\n";
        }
        return """
        %1$s:;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1
        %1$s:;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1
        %1$s=0
        """;
    }

    /// The test entry, and documentation addresses.
    private static boolean isEntry(String name) {
        return name.startsWith("2.0.0.127.") || name.contains(".2.0.192.");
    }
}
