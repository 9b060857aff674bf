package org.spoolscope.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// A catalogue that comes with Spoolscope and that people can add to: a TOML file of tables of one
/// kind, built in as a resource, and a file of the same name in the configuration folder.
///
/// @param name of the resource and of the file
/// @param array what its tables are called: `cause` for `[[cause]]`
/// @param keys that a table may have
/// @param beside keys that may stand beside the tables, for others to read
/// @param secret whether it may hold secrets, so that messages must not quote it
record DataFile<T>(
        String name,
        String array,
        List<String> keys,
        List<String> beside,
        boolean secret,
        RowReader<T> reader) {
    /// Makes a row of a table.
    @FunctionalInterface
    interface RowReader<T> {
        T read(DataTable table) throws ConfigException;
    }

    /// What is built in.
    List<T> builtIn() {
        String path = "/org/spoolscope/postfix/" + name;
        try (InputStream in = DataFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return parse(Path.of(name), text);
        } catch (ConfigException e) {
            throw new IllegalStateException(e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the person's own file holds; none when it is missing.
    ///
    /// @throws ConfigException for the first mistake, with line and column
    List<T> own(Path folder) throws ConfigException, IOException {
        Path file = folder.resolve(name);
        return parse(file, SettingsText.read(file).text());
    }

    List<T> parse(Path file, String text) throws ConfigException {
        TomlParseResult toml = ServersToml.read(file, text, secret);
        for (String key : toml.keySet()) {
            if (!key.equals(array) && !beside.contains(key)) {
                throw ServersToml.mistake(
                        file,
                        toml.inputPositionOf(List.of(key)),
                        "unknown key \""
                                + key
                                + "\"; "
                                + (beside.isEmpty() ? "only" : String.join(", ", beside) + " and")
                                + " [["
                                + array
                                + "]] tables are known here");
            }
        }
        Object found = toml.get(List.of(array));
        if (found == null) {
            return List.of();
        }
        TomlPosition position = toml.inputPositionOf(List.of(array));
        if (!(found instanceof TomlArray tables)) {
            throw ServersToml.mistake(file, position, "write [[" + array + "]], in two brackets");
        }
        List<T> rows = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            if (!(tables.get(i) instanceof TomlTable table)) {
                throw ServersToml.mistake(
                        file,
                        tables.inputPositionOf(i),
                        "\"" + array + "\" must be a table: write [[" + array + "]]");
            }
            DataTable row = new DataTable(file, table, tables.inputPositionOf(i));
            row.refuseUnknown(keys);
            rows.add(reader.read(row));
        }
        return List.copyOf(rows);
    }
}
