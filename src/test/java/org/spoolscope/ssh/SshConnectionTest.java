package org.spoolscope.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spoolscope.ssh.TestingSsh.BUDGET;
import static org.spoolscope.ssh.TestingSsh.call;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SshConnectionTest {
    @TempDir Path folder;

    @Test
    void runReturnsAllThatWasPrintedAndTheStatus() throws Exception {
        RemoteShell echo =
                (line, in, out, err) -> {
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                    in.transferTo(out);
                    err.write("warned".getBytes(StandardCharsets.UTF_8));
                    return 7;
                };
        try (TestingSsh testing = TestingSsh.with(folder, echo);
                SshConnection connection = testing.connect()) {
            Output output = connection.run(call("true"), TestingSsh.bytes("input"), BUDGET);

            assertThat(output.exit()).isEqualTo(new Exit.Status(7));
            assertThat(output.text()).isEqualTo("exec sh -c 'true' spoolscope-testinput");
            assertThat(output.stderr()).isEqualTo("warned");
        }
    }
}
