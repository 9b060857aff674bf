package org.spoolscope.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// One table of a [DataFile].
///
/// @param header position of the table itself, for what is missing in it
record DataTable(Path file, TomlTable table, TomlPosition header) {
    void refuseUnknown(List<String> keys) throws ConfigException {
        for (String key : table.keySet()) {
            if (!keys.contains(key)) {
                String hint =
                        Nearest.to(key, keys)
                                .map(near -> "did you mean \"" + near + "\"?")
                                .orElse("known are " + String.join(", ", keys));
                throw wrong(key, "unknown key \"" + key + "\"; " + hint);
            }
        }
    }

    String required(String key, String example) throws ConfigException {
        String value = text(key);
        if (value.isEmpty()) {
            throw ServersToml.mistake(
                    file,
                    header,
                    "there is no "
                            + key
                            + "; add a line such as "
                            + key
                            + " = \""
                            + example
                            + "\"");
        }
        return value;
    }

    /// Empty where the key is not there.
    String text(String key) throws ConfigException {
        Object value = table.get(List.of(key));
        if (value == null) {
            return "";
        }
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong(key, key + " must be a text in quotes, and not empty");
    }

    /// Empty where the key is not there.
    List<String> texts(String key) throws ConfigException {
        Object value = table.get(List.of(key));
        if (value == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        if (value instanceof TomlArray array) {
            for (Object item : array.toList()) {
                if (item instanceof String text && !text.isBlank()) {
                    texts.add(text);
                } else {
                    texts.clear();
                    break;
                }
            }
        }
        if (texts.isEmpty()) {
            throw wrong(key, key + " must be a list of texts, none of them empty");
        }
        return texts;
    }

    ConfigException wrong(String key, String what) {
        return ServersToml.mistake(file, table.inputPositionOf(List.of(key)), what);
    }
}
