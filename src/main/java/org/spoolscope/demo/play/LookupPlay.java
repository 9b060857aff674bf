package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.spoolscope.demo.sim.SimulatedHost;

/// Plays `lookup` with dig: a DNS that knows the host itself and nothing else.
record LookupPlay(SimulatedHost host) implements Play {
    private static final int MALFORMED = 65;
    private static final String HEADER =
            """
            %1$s:;; ->>HEADER<<- opcode: QUERY, status: %2$s, id: %1$s
            %1$s:;; flags: qr rd ra; QUERY: 1, ANSWER: %3$d, AUTHORITY: 0, ADDITIONAL: 1
            """;

    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        for (String line = stdio.readLine(); line != null; line = stdio.readLine()) {
            String[] question = line.split(" ", -1);
            if (question.length != 3) {
                return MALFORMED;
            }
            String id = question[0];
            Optional<String> address = address(question[1], question[2]);
            stdio.print(
                    HEADER.formatted(
                            id,
                            address.isPresent() ? "NOERROR" : "NXDOMAIN",
                            address.isPresent() ? 1 : 0));
            if (address.isPresent()) {
                stdio.print(id + ":;; ANSWER SECTION:\n");
                stdio.print(id + ":" + question[2] + ". 300 IN A " + address.get() + "\n");
            }
            stdio.print(id + "=0\n");
            stdio.flush();
        }
        return 0;
    }

    private Optional<String> address(String type, String name) {
        if (!type.equals("A")) {
            return Optional.empty();
        }
        if (name.equals("localhost")) {
            return Optional.of("127.0.0.1");
        }
        return name.equals(host.profile().hostName())
                ? Optional.of(host.profile().address())
                : Optional.empty();
    }
}
