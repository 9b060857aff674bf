package org.spoolscope.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// Says in the text of a `blocklists.toml` which lists are asked, and how often; all other lines
/// stay as they are.
final class BlocklistsEdit {
    private static final String ARRAY = "list";
    private static final String NAME = "name";
    private static final String ASKED = "asked";

    private BlocklistsEdit() {}

    /// The new text.
    ///
    /// @param file for messages only
    /// @param text of a file that has been read and found right
    /// @param asked lists by their names
    static String ask(Path file, String text, Map<String, Boolean> asked) throws ConfigException {
        String edited = text;
        for (Map.Entry<String, Boolean> one : asked.entrySet()) {
            edited = ask(file, edited, one.getKey(), one.getValue());
        }
        return edited;
    }

    /// The new text, with the pace above all tables.
    static String every(Path file, String text, String pace) throws ConfigException {
        Lines lines = Lines.of(text);
        String value = TomlText.string(pace);
        TomlTable toml = ServersToml.read(file, text, true);
        TomlPosition there = toml.inputPositionOf(List.of(BlocklistsFile.EVERY));
        if (there == null) {
            lines.insert(0, List.of(BlocklistsFile.EVERY + " = " + value, ""));
        } else {
            int start = lines.valueStart(there.line() - 1, there.column() - 1);
            lines.splice(start, TomlText.valueEnd(text, start), value);
        }
        return lines.text();
    }

    private static String ask(Path file, String text, String name, boolean asked)
            throws ConfigException {
        Lines lines = Lines.of(text);
        TomlTable table = table(file, text, name);
        if (table == null) {
            append(lines, name, asked);
            return lines.text();
        }
        TomlPosition there = table.inputPositionOf(ASKED);
        if (there == null) {
            insert(lines, table.inputPositionOf(NAME), asked);
        } else {
            int start = lines.valueStart(there.line() - 1, there.column() - 1);
            lines.splice(start, TomlText.valueEnd(text, start), String.valueOf(asked));
        }
        return lines.text();
    }

    private static @Nullable TomlTable table(Path file, String text, String name)
            throws ConfigException {
        TomlArray tables = ServersToml.read(file, text, true).getArray(ARRAY);
        for (int i = 0; tables != null && i < tables.size(); i++) {
            if (tables.get(i) instanceof TomlTable table && name.equals(table.getString(NAME))) {
                return table;
            }
        }
        return null;
    }

    private static void append(Lines lines, String name, boolean asked) {
        List<String> added = new ArrayList<>();
        if (!lines.isEmpty() && !lines.isBlank(lines.size() - 1)) {
            added.add("");
        }
        added.add("[[" + ARRAY + "]]");
        added.add(NAME + " = " + TomlText.string(name));
        added.add(ASKED + " = " + asked);
        lines.insert(lines.size(), added);
    }

    private static void insert(Lines lines, @Nullable TomlPosition name, boolean asked) {
        if (name == null) {
            throw new IllegalStateException("a list without a name");
        }
        int line = name.line() - 1;
        int end = TomlText.valueEnd(lines.text(), lines.valueStart(line, name.column() - 1));
        String indent = lines.indent(line);
        lines.insert(lines.lineAt(end) + 1, List.of(indent + ASKED + " = " + asked));
    }
}
