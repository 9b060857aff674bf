package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.List;
import org.spoolscope.demo.sim.Names;
import org.spoolscope.demo.sim.SimulatedHost;

/// Plays `lookup` with dig.
record LookupPlay(SimulatedHost host) implements Play {
    private static final int MALFORMED = 65;

    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        Names names = new Names(host);
        for (String line = stdio.readLine(); line != null; line = stdio.readLine()) {
            String[] question = line.split(" ", -1);
            if (question.length != 3) {
                return MALFORMED;
            }
            print(question[0], question[1], question[2], names, stdio);
            stdio.flush();
        }
        return 0;
    }

    private static void print(String id, String type, String name, Names names, Stdio stdio)
            throws IOException {
        Names.Answer answer = names.ask(type, name);
        String status = answer.exists() ? "NOERROR" : "NXDOMAIN";
        stdio.print(
                id + ":;; ->>HEADER<<- opcode: QUERY, status: " + status + ", id: " + id + "\n");
        stdio.print(
                id
                        + ":;; flags: qr rd ra; QUERY: 1, ANSWER: "
                        + answer.records().size()
                        + ", AUTHORITY: 0, ADDITIONAL: 1\n");
        if (!answer.records().isEmpty()) {
            stdio.print(id + ":;; ANSWER SECTION:\n");
            for (String record : answer.records()) {
                stdio.print(id + ":" + name + ". 300 IN " + type + " " + record + "\n");
            }
        }
        stdio.print(id + "=0\n");
    }
}
