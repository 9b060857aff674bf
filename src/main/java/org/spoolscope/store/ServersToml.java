package org.spoolscope.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.ServerConfig;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// A `servers.toml` that has been read and found right: its text, its servers, and where they stand
/// in it.
///
/// @param text the text, lines ended by LF or CRLF
/// @param blocks one per server, in file order
record ServersToml(Path file, String text, List<Block> blocks) {
    private static final String ARRAY = "server";

    /// One `[[server]]`.
    ///
    /// @param header line of the header, from 0
    /// @param keys where each key that is there begins
    record Block(ServerConfig server, int header, Map<ServerKey, Place> keys) {}

    /// Line and column, both from 0; columns count characters as tomlj does.
    record Place(int line, int column) {}

    private static final String SYNTAX =
            "this is no TOML; texts stand in quotes, each key on a line of its own";

    List<ServerConfig> servers() {
        return blocks.stream().map(Block::server).toList();
    }

    /// @param file for messages only
    /// @throws ConfigException for the first mistake, with line and column
    static ServersToml parse(Path file, String text) throws ConfigException {
        TomlParseResult toml = read(file, text);
        for (String key : toml.keySet()) {
            if (!key.equals(ARRAY)) {
                throw unknownTopLevel(file, key, toml.inputPositionOf(List.of(key)));
            }
        }
        Object servers = toml.get(List.of(ARRAY));
        List<Block> blocks = new ArrayList<>();
        if (servers == null) {
            return new ServersToml(file, text, blocks);
        }
        TomlPosition position = toml.inputPositionOf(List.of(ARRAY));
        if (!(servers instanceof TomlArray array)) {
            throw mistake(file, position, "each server is a table of its own: write [[server]]");
        }
        Map<String, Integer> lines = new HashMap<>();
        for (int i = 0; i < array.size(); i++) {
            if (!(array.get(i) instanceof TomlTable table)) {
                throw mistake(
                        file,
                        array.inputPositionOf(i),
                        "\"server\" must be a table: write [[server]]");
            }
            Block block = block(file, table, array.inputPositionOf(i));
            Integer before = lines.putIfAbsent(block.server().name(), block.header() + 1);
            if (before != null) {
                throw mistake(
                        file,
                        table.inputPositionOf(ServerKey.NAME.label()),
                        "there already is a server called \""
                                + block.server().name()
                                + "\" (line "
                                + before
                                + "); each needs its own name");
            }
            blocks.add(block);
        }
        return new ServersToml(file, text, List.copyOf(blocks));
    }

    static ConfigException mistake(Path file, @Nullable TomlPosition at, String what) {
        String where = at == null ? "" : ":" + at.line() + ":" + at.column();
        return new ConfigException(file + where + ": " + what);
    }

    static TomlParseResult read(Path file, String text) throws ConfigException {
        return read(file, text, false);
    }

    /// @param secret whether messages must not quote the file
    static TomlParseResult read(Path file, String text, boolean secret) throws ConfigException {
        TomlParseResult toml;
        try {
            toml = Toml.parse(text.replace("\r\n", "\n"));
        } catch (StackOverflowError e) {
            throw new ConfigException(file + ": brackets are nested too deeply");
        }
        if (toml.hasErrors()) {
            TomlParseError first = toml.errors().getFirst();
            String what = secret ? SYNTAX : String.valueOf(first.getMessage());
            throw mistake(file, first.position(), what);
        }
        return toml;
    }

    private static ConfigException unknownTopLevel(
            Path file, String key, @Nullable TomlPosition at) {
        String hint =
                ServerKey.parse(key).isPresent()
                        ? "; it belongs below a [[server]] line"
                        : Nearest.to(key, List.of(ARRAY))
                                .map(near -> "; did you mean [[" + near + "]]?")
                                .orElse("; only [[server]] tables are known here");
        return mistake(file, at, "unknown key \"" + key + "\"" + hint);
    }

    private static Block block(Path file, TomlTable table, TomlPosition header)
            throws ConfigException {
        ServerConfig server = new ServerTable(file, table, header).read();
        Map<ServerKey, Place> keys = new EnumMap<>(ServerKey.class);
        for (String label : table.keySet()) {
            TomlPosition at = table.inputPositionOf(List.of(label));
            if (at != null) {
                keys.put(
                        ServerKey.parse(label).orElseThrow(),
                        new Place(at.line() - 1, at.column() - 1));
            }
        }
        return new Block(server, header.line() - 1, keys);
    }
}
