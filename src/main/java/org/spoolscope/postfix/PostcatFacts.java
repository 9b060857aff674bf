package org.spoolscope.postfix;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.spoolscope.model.DisplayText;
import org.spoolscope.postfix.PostcatReply.Part;

/// What `read-message` tells besides the message: on whose behalf what was tried, and what was said
/// against it.
final class PostcatFacts {
    private static final int SAID_LENGTH = 400;
    private static final int NOT_ALLOWED = 77;

    private PostcatFacts() {}

    /// Reads the lines before the first empty one.
    ///
    /// @return where the message begins; the end when there is no empty line
    static int read(byte[] stdout, Map<String, String> facts) {
        int begin = 0;
        for (int i = 0; i < stdout.length; i++) {
            if (stdout[i] != '\n') {
                continue;
            }
            if (i == begin) {
                return i + 1;
            }
            String line = new String(stdout, begin, i - begin, StandardCharsets.UTF_8);
            int tab = line.indexOf('\t');
            if (tab > 0 && tab < line.length() - 1) {
                facts.put(line.substring(0, tab), line.substring(tab + 1));
            }
            begin = i + 1;
        }
        return stdout.length;
    }

    /// The first line that was said.
    static DisplayText first(String stderr) {
        return DisplayText.of(stderr.lines().filter(line -> !line.isBlank()).findFirst().orElse(""))
                .clip(SAID_LENGTH);
    }

    /// Whether sudo did not let it, or was not to be asked.
    static boolean isRefusal(String stderr, int status) {
        return status == NOT_ALLOWED
                || stderr.lines()
                        .anyMatch(line -> line.startsWith("sudo:") || line.startsWith("Sorry, "));
    }

    static String grant(Part part, String configDirectory, Map<String, String> facts) {
        Grants grants =
                new Grants(
                        facts.getOrDefault("user", "USER"),
                        "/usr/sbin/postsuper",
                        facts.getOrDefault("postcat", "/usr/sbin/postcat"),
                        facts.getOrDefault("default_config", "/etc/postfix"));
        return part == Part.HEAD
                ? grants.readingRule(configDirectory)
                : grants.bodyRule(configDirectory);
    }
}
