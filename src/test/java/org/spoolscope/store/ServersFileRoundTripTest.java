package org.spoolscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerConfig.Elevation;

/// Random edits against a plain list: the file always holds the list, and the comments that belong
/// to no server stay, to the letter and in order.
class ServersFileRoundTripTest {
    private static final String[] VALUES = {
        "plain",
        "two words",
        "\"",
        "\\",
        "'''",
        "a#b",
        "tab\there",
        "\u00e5\u00e4\u00f6",
        "=",
        "]",
        "\u202E"
    };

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holdsTheListAndTheComments(long seed) throws Exception {
        Random random = new Random(seed);
        ServersFile file = new ServersFile(folder);
        List<ServerConfig> model = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            model.add(server(random, "first" + i));
        }
        Files.writeString(file.path(), handWritten(random, model));
        assertThat(file.load()).isEqualTo(model);

        for (int edit = 0; edit < 60; edit++) {
            int at = model.isEmpty() ? 0 : random.nextInt(model.size());
            String fresh = VALUES[random.nextInt(VALUES.length)] + edit;
            switch (model.isEmpty() ? 0 : random.nextInt(4)) {
                case 0 -> {
                    model.add(server(random, fresh));
                    file.add(model.getLast());
                }
                case 1 -> {
                    file.remove(model.get(at).name());
                    model.remove(at);
                }
                default -> {
                    ServerConfig before = model.get(at);
                    ServerConfig after =
                            server(random, random.nextBoolean() ? fresh : before.name());
                    file.replace(before.name(), after);
                    model.set(at, after);
                }
            }
            assertThat(file.load()).as("seed %d, edit %d", seed, edit).isEqualTo(model);
            assertThat(
                            Files.readString(file.path())
                                    .lines()
                                    .filter(line -> line.startsWith("# free")))
                    .as("seed %d, edit %d", seed, edit)
                    .containsExactly("# free 0", "# free 1", "# free 2", "# free 3");
        }
    }

    private static String handWritten(Random random, List<ServerConfig> servers) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < servers.size(); i++) {
            text.append("# free ").append(i).append("\n\n");
            text.append(random.nextBoolean() ? "# about the next\n" : "");
            text.append(random.nextBoolean() ? "[[server]]  # here\n" : "  [[ server ]]\n");
            for (ServerKey key : ServerKey.values()) {
                String value = key.toml(servers.get(i));
                if (value == null) {
                    continue;
                }
                String spread = random.nextBoolean() ? value.replace(", ", ", # one\n  ") : value;
                text.append(random.nextBoolean() ? "# inside\n" : "");
                text.append(random.nextBoolean() ? "\t" : "").append(key.label()).append(" =");
                text.append(key == ServerKey.ADDRESSES ? spread : value);
                text.append(random.nextBoolean() ? "   # behind\n" : "\n");
            }
            text.append(random.nextBoolean() ? "# below\n\n" : "\n");
        }
        return text.toString();
    }

    private static ServerConfig server(Random random, String name) {
        return new ServerConfig(
                name,
                "host" + random.nextInt(3) + ".example.com",
                random.nextBoolean() ? "ops" : null,
                random.nextBoolean() ? 1 + random.nextInt(65_535) : null,
                text(random),
                text(random),
                random.nextBoolean() ? "/var/log/" + VALUES[random.nextInt(VALUES.length)] : null,
                text(random),
                random.nextBoolean() ? List.of("192.0.2.1", "2001:db8::1") : List.of(),
                random.nextBoolean() ? List.of(VALUES) : List.of(),
                random.nextBoolean() ? Elevation.SUDO : null,
                random.nextBoolean());
    }

    private static @Nullable String text(Random random) {
        return random.nextBoolean() ? VALUES[random.nextInt(VALUES.length)] : null;
    }
}
