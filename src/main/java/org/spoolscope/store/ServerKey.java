package org.spoolscope.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.ServerConfig;

/// The keys of a `[[server]]` table, in the order in which a new server is written.
enum ServerKey {
    NAME,
    HOST,
    USER,
    PORT,
    IDENTITY,
    JUMP,
    LOG,
    INSTANCE,
    ADDRESSES,
    TAGS,
    ELEVATE,
    READ_ONLY;

    static final List<String> LABELS = Arrays.stream(values()).map(ServerKey::label).toList();

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ServerKey> parse(String label) {
        return Arrays.stream(values()).filter(key -> key.label().equals(label)).findFirst();
    }

    /// The value in TOML, or null where the server says nothing.
    @Nullable String toml(ServerConfig server) {
        return switch (this) {
            case NAME -> TomlText.string(server.name());
            case HOST -> TomlText.string(server.host());
            case USER -> text(server.user());
            case PORT -> server.port() == null ? null : server.port().toString();
            case IDENTITY -> text(server.identity());
            case JUMP -> text(server.jump());
            case LOG -> text(server.log());
            case INSTANCE -> text(server.instance());
            case ADDRESSES -> list(server.addresses());
            case TAGS -> list(server.tags());
            case ELEVATE ->
                    server.elevate() == null
                            ? null
                            : TomlText.string(server.elevate().name().toLowerCase(Locale.ROOT));
            case READ_ONLY -> server.readOnly() ? "true" : null;
        };
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null ? null : TomlText.string(value);
    }

    private static @Nullable String list(List<String> values) {
        return values.isEmpty() ? null : TomlText.strings(values);
    }
}
