package org.spoolscope.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.ServerConfig;

/// `servers.toml`: the configured servers. Edits keep the person's comments, order and layout: only
/// the lines that an edit is about change, and the result is read back before it is written.
///
/// Each edit starts from the file as it is at that moment, and is written only when the file is
/// still the same then; if someone else wrote in between, the edit is applied anew to what they
/// wrote.
public final class ServersFile {
    private static final int TRIES = 5;

    private final Path file;

    /// @param folder the configuration folder; created on the first write
    public ServersFile(Path folder) {
        this.file = folder.resolve("servers.toml");
    }

    public Path path() {
        return file;
    }

    /// The servers in file order; none when the file is missing.
    public List<ServerConfig> load() throws ConfigException, IOException {
        return ServersToml.parse(file, SettingsText.read(file).text()).servers();
    }

    /// Appends a server.
    ///
    /// @throws ConfigException also when a server of that name is there already
    public synchronized void add(ServerConfig server) throws ConfigException, IOException {
        edit(toml -> {
            List<ServerConfig> after = new ArrayList<>(toml.servers());
            refuseSecond(after, server.name());
            after.add(server);
            return new Edit(ServersEdit.add(toml, server), after);
        });
    }

    /// Changes what differs between the server called `name` and `server`, which may have another
    /// name.
    ///
    /// @throws ConfigException also when there is no `name`, or the new name is taken
    public synchronized void replace(String name, ServerConfig server)
            throws ConfigException, IOException {
        edit(toml -> {
            int index = index(toml.servers(), name);
            List<ServerConfig> after = new ArrayList<>(toml.servers());
            after.remove(index);
            refuseSecond(after, server.name());
            after.add(index, server);
            return new Edit(ServersEdit.replace(toml, index, server), after);
        });
    }

    /// Removes the server and the comments that stand directly above and in it.
    ///
    /// @throws ConfigException also when there is no `name`
    public synchronized void remove(String name) throws ConfigException, IOException {
        edit(toml -> {
            int index = index(toml.servers(), name);
            List<ServerConfig> after = new ArrayList<>(toml.servers());
            after.remove(index);
            return new Edit(ServersEdit.remove(toml, index), after);
        });
    }

    private void edit(Editor editor) throws ConfigException, IOException {
        for (int i = 0; i < TRIES; i++) {
            SettingsText before = SettingsText.read(file);
            Edit edit = editor.apply(ServersToml.parse(file, before.text()));
            check(edit);
            if (before.replaceWith(edit.text())) {
                return;
            }
        }
        throw new ConfigException(file + ": another program keeps changing this file; try again");
    }

    /// An edit that does not read back as what was meant is never written: the layout was beyond
    /// what can be edited line by line, or a value can't be said in TOML.
    private void check(Edit edit) throws ConfigException {
        List<ServerConfig> read = ServersToml.parse(file, edit.text()).servers();
        if (!read.equals(edit.meant())) {
            throw new ConfigException(
                    file
                            + ": this file's layout can't be edited here without losing something;"
                            + " change it with a text editor");
        }
    }

    private int index(List<ServerConfig> servers, String name) throws ConfigException {
        for (int i = 0; i < servers.size(); i++) {
            if (servers.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new ConfigException(file + ": there is no server called \"" + name + "\" any more");
    }

    private void refuseSecond(List<ServerConfig> servers, String name) throws ConfigException {
        if (servers.stream().anyMatch(server -> server.name().equals(name))) {
            throw new ConfigException(
                    file
                            + ": there already is a server called \""
                            + name
                            + "\"; choose another name");
        }
    }

    private record Edit(String text, List<ServerConfig> meant) {}

    @FunctionalInterface
    private interface Editor {
        Edit apply(ServersToml toml) throws ConfigException;
    }
}
