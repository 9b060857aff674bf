package org.spoolscope.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A configuration folder in which a person keeps a key for blocklists.
public final class TestingKeys {
    private TestingKeys() {}

    /// Writes `blocklists.toml` with the same key for both of Spamhaus' lists that tests ask.
    public static void write(Path folder, String key) throws IOException {
        Files.writeString(
                folder.resolve("blocklists.toml"),
                """
                [[list]]
                name = "Spamhaus ZEN (DQS)"
                key = "%1$s"
                [[list]]
                name = "Spamhaus AuthBL (DQS)"
                key = "%1$s"
                """
                        .formatted(key));
    }
}
