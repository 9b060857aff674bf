package org.spoolscope.demo.play;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.spoolscope.demo.sim.Profile;
import org.spoolscope.demo.sim.SimulatedHost;

/// Plays `log-read` on the one log file that a simulated host has; it is never rotated.
record LogReadPlay(SimulatedHost host) implements Play {
    static final String LOG = "/var/log/mail.log";

    /// Device, inode and birth.
    private static final String IDENTITY = "65025:393242:1774000000.000000000";

    @Override
    public int run(List<String> arguments, Stdio stdio) throws IOException {
        String nonce = stdio.readLine();
        for (String line = stdio.readLine(); line != null; line = stdio.readLine()) {
            String[] words = line.split(" ", -1);
            boolean named = List.of("open", "read", "list").contains(words[0]);
            String path = named ? stdio.readLine() : "";
            stdio.print('\0' + nonce + ' ' + answer(words, path, stdio) + '\n');
            stdio.flush();
        }
        return 0;
    }

    /// Prints the data and returns the words behind it.
    private String answer(String[] words, @Nullable String path, Stdio stdio) throws IOException {
        boolean ours = LOG.equals(path);
        return switch (words[0] + " " + words.length) {
            case "open 2" -> ours ? mayRead() ? "ok " + IDENTITY : "denied -" : "no -";
            case "read 5" -> {
                long block = Long.parseLong(words[2]);
                stdio.write(
                        host.logBytes(
                                block * Long.parseLong(words[3]),
                                block * Long.parseLong(words[4])));
                yield "0 " + (ours ? "same" : "-");
            }
            case "list 1" -> {
                long now = host.now().getEpochSecond();
                if (ours) {
                    stdio.print(
                            "%s %d %d %d %s\n".formatted(IDENTITY, host.logSize(), now, now, LOG));
                }
                yield "ok " + now;
            }
            case "close 2" -> "ok -";
            case "unpack 5" -> "no -";
            default -> "bad -";
        };
    }

    private boolean mayRead() {
        return host.profile().rights() == Profile.Rights.ALL;
    }
}
