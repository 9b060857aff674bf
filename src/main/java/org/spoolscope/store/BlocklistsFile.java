package org.spoolscope.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Catalogue;
import org.spoolscope.model.blocklist.ListKey;

/// `blocklists.toml`: the blocklists. The person's own file adds lists, and changes those of the
/// same name key by key; keys that are secret are in it alone.
public final class BlocklistsFile {
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
        Map<String, Blocklist> known = byName(builtIn());
        return catalogue(known, file(known).own(folder));
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

    /// Writes into the person's own file which lists are asked, and nothing else; the result is
    /// read back before it is written.
    ///
    /// @param asked lists by their names; the others stay as they are
    /// @return the catalogue after that
    /// @throws ConfigException when the file can't be read, or not be edited line by line
    public static Catalogue ask(Path folder, Map<String, Boolean> asked)
            throws ConfigException, IOException {
        Map<String, Blocklist> known = byName(builtIn());
        Path path = folder.resolve(NAME);
        for (int i = 0; i < TRIES; i++) {
            SettingsText before = SettingsText.read(path);
            Catalogue meant =
                    catalogue(known, file(known).parse(path, before.text())).asking(asked);
            String text = BlocklistsEdit.ask(path, before.text(), asked);
            if (!catalogue(known, file(known).parse(path, text)).equals(meant)) {
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
