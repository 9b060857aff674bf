package org.spoolscope.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.spoolscope.monitor.action.TestingQueue;
import org.spoolscope.ssh.RemoteShell;

/// A server whose commands print what they are told to.
final class TestingPostfix implements RemoteShell {
    static final String PROBE = TestingQueue.PROBE;

    static final String SECOND_INSTANCE = "instance\tpostfix-out\t-\ty\t/etc/postfix-out\n";

    private final Map<String, Answer> answers = new HashMap<>();

    private record Answer(int status, String out, String err) {}

    TestingPostfix() {
        answer("probe", 0, PROBE, "");
        answer("list-json", 0, "", "");
    }

    /// @param call the command's name, followed by its arguments in single quotes where the answer
    ///   depends on them
    TestingPostfix answer(String call, int status, String out, String err) {
        answers.put(call, new Answer(status, out, err));
        return this;
    }

    @Override
    public int run(String line, InputStream stdin, OutputStream stdout, OutputStream stderr)
            throws IOException {
        String call = line.substring(line.lastIndexOf("' spoolscope-") + "' spoolscope-".length());
        String name = call.split(" ", 2)[0];
        Answer answer = answers.getOrDefault(call, answers.get(name));
        if (answer == null) {
            stderr.write(("sh: " + name + ": not found\n").getBytes(StandardCharsets.UTF_8));
            return 127;
        }
        stdout.write(answer.out().getBytes(StandardCharsets.UTF_8));
        stderr.write(answer.err().getBytes(StandardCharsets.UTF_8));
        return answer.status();
    }
}
