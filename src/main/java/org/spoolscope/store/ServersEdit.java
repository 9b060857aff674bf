package org.spoolscope.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.store.ServersToml.Block;
import org.spoolscope.store.ServersToml.Place;

/// Edits of the text of a `servers.toml`, line by line, guided by the positions that the parser
/// gave. Each returns the whole new text.
final class ServersEdit {
    private static final String HEADER = "[[server]]";

    private final Lines lines;
    private final Block block;

    private ServersEdit(ServersToml toml, int index) {
        this.lines = Lines.of(toml.text());
        this.block = toml.blocks().get(index);
    }

    static String add(ServersToml toml, ServerConfig server) {
        Lines lines = Lines.of(toml.text());
        List<String> added = new ArrayList<>();
        if (!lines.isEmpty() && !lines.isBlank(lines.size() - 1)) {
            added.add("");
        }
        added.add(HEADER);
        for (ServerKey key : ServerKey.values()) {
            String value = key.toml(server);
            if (value != null) {
                added.add(key.label() + " = " + value);
            }
        }
        lines.insert(lines.size(), added);
        return lines.text();
    }

    static String replace(ServersToml toml, int index, ServerConfig server) {
        return new ServersEdit(toml, index).replace(server);
    }

    static String remove(ServersToml toml, int index) {
        return new ServersEdit(toml, index).remove();
    }

    /// From the last line to the first, so that positions above stay true; what is inserted below a
    /// line comes before what happens to the line itself.
    private String replace(ServerConfig server) {
        List<ServerKey> fromBelow = new ArrayList<>(List.of(ServerKey.values()));
        fromBelow.sort(
                Comparator.comparingInt(this::line)
                        .thenComparing(key -> !block.keys().containsKey(key))
                        .thenComparing(Comparator.naturalOrder())
                        .reversed());
        for (ServerKey key : fromBelow) {
            String after = key.toml(server);
            if (!Objects.equals(key.toml(block.server()), after)) {
                write(key, after);
            }
        }
        return lines.text();
    }

    private void write(ServerKey key, @Nullable String value) {
        Place place = block.keys().get(key);
        if (place == null) {
            insert(key, value);
        } else if (value == null) {
            lines.remove(place.line(), lines.lineAt(valueEnd(place)) + 1);
        } else {
            lines.splice(valueStart(place), valueEnd(place), value);
        }
    }

    private String remove() {
        int from = block.header();
        while (from > 0 && lines.isComment(from - 1)) {
            from--;
        }
        int to = lastLine() + 1;
        int comments = to;
        while (comments < lines.size() && lines.isComment(comments)) {
            comments++;
        }
        if (comments == lines.size() || lines.isBlank(comments)) {
            to = comments;
        }
        if (lines.isBlankFrom(to)) {
            while (from > 0 && lines.isBlank(from - 1)) {
                from--;
            }
            to = lines.size();
        } else {
            while (lines.isBlank(to)) {
                to++;
            }
        }
        lines.remove(from, to);
        return lines.text();
    }

    private void insert(ServerKey key, @Nullable String value) {
        Place above = above(key);
        int line = above == null ? block.header() : lines.lineAt(valueEnd(above));
        String indent = lines.indent(above == null ? block.header() : above.line());
        lines.insert(line + 1, List.of(indent + key.label() + " = " + value));
    }

    /// The key that a new one is written below: the nearest before it in the usual order. Null for
    /// the header itself.
    private @Nullable Place above(ServerKey key) {
        Place above = null;
        for (ServerKey other : ServerKey.values()) {
            if (other.compareTo(key) < 0 && block.keys().containsKey(other)) {
                above = block.keys().get(other);
            }
        }
        return above;
    }

    private int lastLine() {
        return block.keys().values().stream()
                .mapToInt(place -> lines.lineAt(valueEnd(place)))
                .max()
                .orElse(block.header());
    }

    /// Where an edit of this key takes place.
    private int line(ServerKey key) {
        Place place = block.keys().containsKey(key) ? block.keys().get(key) : above(key);
        return place == null ? block.header() : place.line();
    }

    private int valueStart(Place place) {
        return lines.valueStart(place.line(), place.column());
    }

    private int valueEnd(Place place) {
        return TomlText.valueEnd(lines.text(), valueStart(place));
    }
}
