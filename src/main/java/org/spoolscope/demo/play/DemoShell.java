package org.spoolscope.demo.play;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spoolscope.demo.sim.SimulatedHost;
import org.spoolscope.host.HostCommands;
import org.spoolscope.model.RemoteCommand;
import org.spoolscope.postfix.PostfixCommands;
import org.spoolscope.postfix.action.ActionCommands;
import org.spoolscope.postfix.follow.LogCommands;
import org.spoolscope.ssh.RemoteShell;

/// The login shell of a simulated host. It knows the commands of the catalogues and no other.
public final class DemoShell implements RemoteShell {
    private static final List<String> START = List.of("exec", "sh", "-c");
    private static final String PREFIX = "spoolscope-";
    private static final int NOT_FOUND = 127;
    private static final int SYNTAX_ERROR = 2;

    private final Map<RemoteCommand, Play> plays = new LinkedHashMap<>();

    public DemoShell(SimulatedHost host) {
        plays.put(PostfixCommands.PROBE, new ProbePlay(host));
        plays.put(PostfixCommands.LIST_JSON, new ListPlay(host, true));
        plays.put(PostfixCommands.LIST_TEXT, new ListPlay(host, false));
        plays.put(PostfixCommands.DOCTOR, new DoctorPlay(host));
        plays.put(PostfixCommands.LOG_SEARCH, new LogSearchPlay(host));
        plays.put(PostfixCommands.READ_MESSAGE, new ReadMessagePlay(host));
        plays.put(ActionCommands.POSTSUPER, new PostsuperPlay(host));
        plays.put(ActionCommands.RETRY, new RetryPlay(host));
        plays.put(ActionCommands.FLUSH, new FlushPlay(host));
        plays.put(LogCommands.READ, new LogReadPlay(host));
        plays.put(LogCommands.SOURCES, new LogSourcesPlay(host));
        plays.put(PostfixCommands.SENDING, new SendingPlay(host));
        plays.put(HostCommands.SAMPLE, new SamplePlay(host));
        plays.put(HostCommands.RESOLVER, new ResolverPlay());
        plays.put(HostCommands.LOOKUP, new LookupPlay(host));
        plays.put(HostCommands.NETWORK, new NetworkPlay(host));
    }

    /// The commands that can be played.
    Iterable<RemoteCommand> commands() {
        return plays.keySet();
    }

    @Override
    public int run(String line, InputStream stdin, OutputStream stdout, OutputStream stderr)
            throws IOException {
        Stdio stdio = new Stdio(stdin, stdout, stderr);
        List<String> words;
        try {
            words = ShellWords.split(line);
        } catch (IllegalArgumentException e) {
            stdio.complain("sh: 1: " + e.getMessage());
            return SYNTAX_ERROR;
        }
        if (words.size() < 5
                || !words.subList(0, 3).equals(START)
                || !words.get(4).startsWith(PREFIX)) {
            stdio.complain("sh: 1: " + (words.isEmpty() ? "" : words.getFirst()) + ": not found");
            return NOT_FOUND;
        }
        String name = words.get(4).substring(PREFIX.length());
        Play play = plays.get(new RemoteCommand(name, words.get(3)));
        if (play == null) {
            stdio.complain(
                    "sh: 1: " + name + ": no such command with this script in the catalogue");
            return NOT_FOUND;
        }
        int status = play.run(words.subList(5, words.size()), stdio);
        stdio.flush();
        return status;
    }
}
