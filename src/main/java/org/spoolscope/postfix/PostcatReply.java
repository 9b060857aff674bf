package org.spoolscope.postfix;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.spoolscope.model.DisplayText;

/// What the `read-message` command answered (see [PostfixCommands]).
public sealed interface PostcatReply {
    /// Bytes of a part that are read at most.
    int MOST = 256 << 10;

    /// What can be read of a message.
    enum Part {
        /// Envelope records and headers.
        HEAD,
        BODY;

        /// The argument that stands for it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// As postcat(1) shows it, in lines; invalid UTF-8 is replaced, all else is as a stranger wrote
    /// it.
    ///
    /// @param cut whether there is more than [#MOST] bytes
    record Read(String text, boolean cut) implements PostcatReply {}

    /// The account may not read it.
    ///
    /// @param said by sudo, or by the script
    /// @param grant the exact sudo rule that would let it
    record Refused(DisplayText said, String grant) implements PostcatReply {}

    /// There is no such message in any queue any more.
    record Gone() implements PostcatReply {}

    /// It was not read for another reason.
    record Failed(DisplayText said) implements PostcatReply {}

    /// Reads what the command printed.
    ///
    /// @param configDirectory of the instance that was asked
    /// @param stdout bounded by the caller
    static PostcatReply of(
            Part part, String configDirectory, byte[] stdout, String stderr, int status) {
        Map<String, String> facts = new HashMap<>();
        int at = PostcatFacts.read(stdout, facts);
        int length = stdout.length - at;
        boolean cut = length > MOST;
        if (cut || status == 0) {
            return new Read(
                    new String(stdout, at, Math.min(length, MOST), StandardCharsets.UTF_8), cut);
        }
        DisplayText said = PostcatFacts.first(stderr);
        if (stderr.contains("No such file or directory") && stderr.contains("open queue file")) {
            return new Gone();
        }
        return PostcatFacts.isRefusal(stderr, status)
                ? new Refused(said, PostcatFacts.grant(part, configDirectory, facts))
                : new Failed(said);
    }
}
