package org.spoolscope.store;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.ServerConfig.Elevation;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// Reads one `[[server]]` table and checks all of it.
///
/// @param header position of the table itself, for what is missing in it
record ServerTable(Path file, TomlTable table, TomlPosition header) {
    ServerConfig read() throws ConfigException {
        for (String label : table.keySet()) {
            if (ServerKey.parse(label).isEmpty()) {
                throw unknown(label);
            }
        }
        return new ServerConfig(
                required(ServerKey.NAME),
                word(ServerKey.HOST, required(ServerKey.HOST)),
                word(ServerKey.USER, text(ServerKey.USER)),
                port(),
                text(ServerKey.IDENTITY),
                text(ServerKey.JUMP),
                log(),
                text(ServerKey.INSTANCE),
                addresses(),
                texts(ServerKey.TAGS, "\"campaign\""),
                elevate(),
                readOnly());
    }

    private String required(ServerKey key) throws ConfigException {
        String value = text(key);
        if (value == null) {
            throw ServersToml.mistake(
                    file,
                    header,
                    "this server has no "
                            + key.label()
                            + "; add a line such as "
                            + key.label()
                            + (key == ServerKey.NAME
                                    ? " = \"mail1\""
                                    : " = \"mail1.example.com\""));
        }
        return value;
    }

    private @Nullable String text(ServerKey key) throws ConfigException {
        Object value = table.get(List.of(key.label()));
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw wrongType(key, "a text in quotes", value);
        }
        if (text.isBlank()) {
            throw wrong(key, "must not be empty; leave the line out instead");
        }
        return text;
    }

    /// What goes to SSH as a host or user: an option in disguise or a second word is refused.
    private <S extends @Nullable String> S word(ServerKey key, S text) throws ConfigException {
        if (text != null
                && (text.startsWith("-")
                        || text.codePoints()
                                .anyMatch(c -> Character.isWhitespace(c) || c < 0x20))) {
            throw wrong(key, "must be one word that does not begin with \"-\"");
        }
        return text;
    }

    private @Nullable Integer port() throws ConfigException {
        Object value = table.get(List.of(ServerKey.PORT.label()));
        if (value == null) {
            return null;
        }
        if (!(value instanceof Long port)) {
            throw wrongType(ServerKey.PORT, "a number without quotes", value);
        }
        if (port < 1 || port > 65_535) {
            throw wrong(ServerKey.PORT, "must be 1 to 65535, not " + port);
        }
        return port.intValue();
    }

    private @Nullable String log() throws ConfigException {
        String log = text(ServerKey.LOG);
        if (log != null && !log.startsWith("/")) {
            throw wrong(ServerKey.LOG, "must be an absolute path such as \"/var/log/mail.log\"");
        }
        return log;
    }

    private List<String> addresses() throws ConfigException {
        List<String> addresses = texts(ServerKey.ADDRESSES, "\"192.0.2.10\"");
        for (String address : addresses) {
            try {
                InetAddress.ofLiteral(address);
            } catch (IllegalArgumentException e) {
                throw wrong(
                        ServerKey.ADDRESSES, "must be IP addresses; \"" + address + "\" is none");
            }
        }
        return addresses;
    }

    private List<String> texts(ServerKey key, String example) throws ConfigException {
        Object value = table.get(List.of(key.label()));
        if (value == null) {
            return List.of();
        }
        String expected = "a list of texts such as [" + example + "]";
        if (!(value instanceof TomlArray array)) {
            throw wrongType(key, expected, value);
        }
        List<String> texts = new ArrayList<>();
        for (Object item : array.toList()) {
            if (!(item instanceof String text)) {
                throw wrongType(key, expected, item);
            }
            if (text.isBlank()) {
                throw wrong(key, "must not hold an empty text");
            }
            texts.add(text);
        }
        return texts;
    }

    private @Nullable Elevation elevate() throws ConfigException {
        String elevate = text(ServerKey.ELEVATE);
        return switch (elevate) {
            case null -> null;
            case "sudo" -> Elevation.SUDO;
            case "none" -> Elevation.NONE;
            default ->
                    throw wrong(
                            ServerKey.ELEVATE,
                            "must be \"sudo\" or \"none\", not \"" + elevate + "\"");
        };
    }

    private boolean readOnly() throws ConfigException {
        Object value = table.get(List.of(ServerKey.READ_ONLY.label()));
        if (value == null) {
            return false;
        }
        if (!(value instanceof Boolean readOnly)) {
            throw wrongType(ServerKey.READ_ONLY, "true or false, without quotes", value);
        }
        return readOnly;
    }

    private ConfigException unknown(String label) {
        Optional<String> near = Nearest.to(label, ServerKey.LABELS);
        return ServersToml.mistake(
                file,
                table.inputPositionOf(List.of(label)),
                "unknown key \""
                        + label
                        + "\"; "
                        + near.map(key -> "did you mean \"" + key + "\"?")
                                .orElse("known are " + String.join(", ", ServerKey.LABELS)));
    }

    private ConfigException wrongType(ServerKey key, String expected, Object value) {
        return wrong(key, "must be " + expected + ", not " + kind(value));
    }

    private ConfigException wrong(ServerKey key, String what) {
        return ServersToml.mistake(
                file, table.inputPositionOf(List.of(key.label())), key.label() + " " + what);
    }

    private static String kind(Object value) {
        return switch (value) {
            case String _ -> "a text";
            case Long _ -> "a number";
            case Double _ -> "a number with a fraction";
            case Boolean _ -> "true or false";
            case TomlArray _ -> "a list";
            case TomlTable _ -> "a table";
            default -> "a date or time";
        };
    }
}
