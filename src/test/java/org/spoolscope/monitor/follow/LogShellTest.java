package org.spoolscope.monitor.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolscope.postfix.follow.Candidate;
import org.spoolscope.postfix.follow.Candidates;
import org.spoolscope.postfix.follow.LogAnswer;
import org.spoolscope.postfix.follow.LogRequest;

class LogShellTest {
    private static final String NONCE = "0123456789abcdef0123456789abcdef";

    @Test
    void dataIsWhatComesBeforeTheEnd() throws Exception {
        String data = "x\0" + NONCE + " 0 same\ny";
        LogShell.Piece piece = shell(data + "\0" + NONCE + " 0 other\n").ask(read());
        assertThat(new String(piece.bytes(), StandardCharsets.US_ASCII)).isEqualTo(data);
        assertThat(piece.answer()).isEqualTo(new LogAnswer("0", "other"));
    }

    @Test
    void moreThanWasAskedForIsNotTaken() throws IOException {
        LogShell shell = shell("x".repeat(5000));
        assertThatThrownBy(() -> shell.ask(read())).hasMessage("more came than was asked for");
    }

    @Test
    void anEndlessAnswerOfNothingIsNotWaitedFor() throws IOException {
        LogShell shell = shell("x");
        assertThatThrownBy(() -> shell.ask(read())).isInstanceOf(EOFException.class);
    }

    @Test
    void aRequestThatIsNotUnderstoodIsAMistake() throws IOException {
        LogShell shell = shell("\0" + NONCE + " bad -\n");
        assertThatThrownBy(() -> shell.ask(read())).isInstanceOf(IOException.class);
    }

    /// One file in each list, but another name: the others may be missing from both.
    @Test
    void aListIsMadeAnewUntilNamesStayTheSame() throws Exception {
        Candidates steady =
                shell(list("/log"), list("/log.1"), list("/log.2"), list("/log.2"))
                        .steadyList("/log");
        assertThat(steady.old()).extracting(Candidate::name).containsExactly("/log.2");
    }

    private static String list(String name) {
        return "1:2:3 5 100 100 " + name + "\n\0" + NONCE + " ok 100\n";
    }

    private static LogRequest read() {
        return LogRequest.read(3, 100, 0, 1, "");
    }

    /// Each answer comes by itself.
    private static LogShell shell(String... answers) throws IOException {
        List<ByteArrayInputStream> streams =
                Arrays.stream(answers)
                        .map(text -> text.getBytes(StandardCharsets.US_ASCII))
                        .map(ByteArrayInputStream::new)
                        .toList();
        return new LogShell(
                new SequenceInputStream(Collections.enumeration(streams)),
                new ByteArrayOutputStream(),
                NONCE);
    }
}
