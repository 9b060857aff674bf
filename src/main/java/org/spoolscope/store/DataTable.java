package org.spoolscope.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /// `fallback` where the key is not there.
    boolean flag(String key, boolean fallback) throws ConfigException {
        Object value = table.get(List.of(key));
        if (value == null) {
            return fallback;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, key + " must be true or false");
    }

    /// Texts by their names, in file order; empty where the key is not there.
    Map<String, String> pairs(String key) throws ConfigException {
        Object value = table.get(List.of(key));
        if (value == null) {
            return Map.of();
        }
        Map<String, String> pairs = new LinkedHashMap<>();
        if (value instanceof TomlTable entries) {
            for (String name : entries.keySet()) {
                if (entries.get(List.of(name)) instanceof String text && !text.isBlank()) {
                    pairs.put(name, text);
                } else {
                    throw wrong(key, "\"" + name + "\" must be a text in quotes, and not empty");
                }
            }
            return pairs;
        }
        throw wrong(key, key + " must be texts by name: { \"name\" = \"text\" }");
    }

    boolean has(String key) {
        return table.contains(List.of(key));
    }

    boolean isEmptyList(String key) {
        return table.get(List.of(key)) instanceof TomlArray array && array.isEmpty();
    }

    ConfigException wrong(String key, String what) {
        return ServersToml.mistake(file, table.inputPositionOf(List.of(key)), what);
    }
}
