package org.spoolscope.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.SpanText;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListKey;
import org.tomlj.TomlTable;

/// `blocklists.toml`: the blocklists, and how often they are asked. The person's own file adds
/// lists, and changes those of the same name key by key; keys that are secret are in it alone.
public final class BlocklistsFile {
    /// How often they are asked: `every = "30m"`, above all tables.
    static final String EVERY = "every";

    private static final String NAME = "blocklists.toml";
    private static final int TRIES = 5;

    private BlocklistsFile() {}

    /// One table of the file.
    record Entry(Blocklist list, @Nullable ListKey key) {}

    /// Read once, when it is needed: it is long.
    private static final class BuiltIn {
        static final List<Blocklist> LISTS =
                file(Map.of()).builtIn().stream().map(Entry::list).toList();
    }

    /// The lists that are built in.
    public static List<Blocklist> builtIn() {
        return BuiltIn.LISTS;
    }

    /// The lists that are built in, with what the person's own file adds and changes.
    ///
    /// @param folder the configuration folder
    /// @throws ConfigException for the first mistake, with line and column
    public static Catalogue load(Path folder) throws ConfigException, IOException {
        Path path = folder.resolve(NAME);
        return read(path, SettingsText.read(path).text());
    }

    /// The lists of one file alone, each with what the catalogue of `folder` says of a list of that
    /// name.
    ///
    /// @throws ConfigException for the first mistake, with line and column
    public static Catalogue only(Path file, Path folder) throws ConfigException, IOException {
        Catalogue known = load(folder);
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ConfigException(file + ": there is no such file");
        }
        Catalogue only = catalogue(Map.of(), file(byName(known.lists())).parse(file, text));
        Map<String, ListKey> keys = new HashMap<>(known.keys());
        keys.putAll(only.keys());
        return new Catalogue(only.lists(), keys);
    }

    /// Writes into the person's own file which lists are asked, and how often, and nothing else;
    /// the result is read back before it is written.
    ///
    /// @param asked lists by their names; the others stay as they are
    /// @param every whole seconds; written down where it is not so already
    /// @return the catalogue after that
    /// @throws ConfigException when the file can't be read, or not be edited line by line
    public static Catalogue ask(Path folder, Map<String, Boolean> asked, Duration every)
            throws ConfigException, IOException {
        Path path = folder.resolve(NAME);
        for (int i = 0; i < TRIES; i++) {
            SettingsText before = SettingsText.read(path);
            Catalogue is = read(path, before.text());
            Catalogue meant = is.asking(asked).every(every);
            String text = BlocklistsEdit.ask(path, before.text(), asked);
            if (!is.every().equals(every)) {
                text = BlocklistsEdit.every(path, text, SpanText.of(every));
            }
            if (!read(path, text).equals(meant)) {
                throw new ConfigException(
                        path
                                + ": this file's layout can't be edited here without losing"
                                + " something; change it with a text editor");
            }
            if (before.replaceWith(text)) {
                return meant;
            }
        }
        throw new ConfigException(path + ": another program keeps changing this file; try again");
    }

    private static Catalogue read(Path path, String text) throws ConfigException {
        Map<String, Blocklist> known = byName(builtIn());
        return catalogue(known, file(known).parse(path, text)).every(every(path, text));
    }

    private static Duration every(Path path, String text) throws ConfigException {
        TomlTable toml = ServersToml.read(path, text, true);
        Object value = toml.get(List.of(EVERY));
        if (value == null) {
            return Catalogue.USUAL;
        }
        return Optional.of(value)
                .filter(String.class::isInstance)
                .flatMap(written -> SpanText.parse((String) written))
                .filter(pace -> pace.compareTo(Catalogue.LEAST) >= 0)
                .filter(pace -> pace.compareTo(Catalogue.MOST) <= 0)
                .orElseThrow(() ->
                        ServersToml.mistake(
                                path,
                                toml.inputPositionOf(List.of(EVERY)),
                                "every must be a text from \""
                                        + SpanText.of(Catalogue.LEAST)
                                        + "\" to \""
                                        + SpanText.of(Catalogue.MOST)
                                        + "\", such as \"2h\""));
    }

    private static Catalogue catalogue(Map<String, Blocklist> known, List<Entry> entries) {
        Map<String, Blocklist> lists = new LinkedHashMap<>(known);
        Map<String, ListKey> keys = new HashMap<>();
        for (Entry entry : entries) {
            lists.put(entry.list().name(), entry.list());
            if (entry.key() != null) {
                keys.put(entry.list().name(), entry.key());
            }
        }
        return new Catalogue(new ArrayList<>(lists.values()), keys);
    }

    private static DataFile<Entry> file(Map<String, Blocklist> known) {
        Set<String> names = new HashSet<>();
        return new DataFile<>(
                NAME,
                "list",
                BlocklistTable.KEYS,
                List.of(EVERY),
                true,
                table -> {
                    Entry entry = new BlocklistTable(table, known).read();
                    if (!names.add(entry.list().name())) {
                        throw table.wrong(
                                "name",
                                "there already is a list called \"" + entry.list().name() + "\"");
                    }
                    return entry;
                });
    }

    private static Map<String, Blocklist> byName(List<Blocklist> lists) {
        Map<String, Blocklist> byName = new LinkedHashMap<>();
        lists.forEach(list -> byName.put(list.name(), list));
        return byName;
    }
}
