package org.spoolscope.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/// `window.properties` (the format of [Properties#load]): what the window remembers from one run to
/// the next. It holds nothing that anybody would miss, so that a file that can't be read is no
/// reason not to start: it counts as empty, and is kept under another name when there is something
/// new to remember. Names that are not known here stay in it.
public final class WindowFile {
    private static final System.Logger LOG = System.getLogger(WindowFile.class.getName());
    private static final String NAME = "window.properties";
    private static final String SET_ASIDE = "window.properties.unreadable";
    private static final String HEAD = "# What the window remembers; written by Spoolscope.\n";
    private static final int TRIES = 3;

    private final Path file;

    /// @param folder of the configuration; it need not exist
    public WindowFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /// All that is remembered.
    public Map<String, String> read() {
        try {
            return texts(SettingsText.read(file)).entrySet().stream()
                    .collect(
                            Collectors.toMap(
                                    entry -> String.valueOf(entry.getKey()),
                                    entry -> String.valueOf(entry.getValue())));
        } catch (ConfigException | IOException e) {
            LOG.log(System.Logger.Level.INFO, "not remembered: " + e.getMessage());
            return Map.of();
        }
    }

    /// Remembers these texts besides what others have put there; empty ones are forgotten.
    ///
    /// @throws IOException when the file can't be written; it is as it was then
    public void write(Map<String, String> texts) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            if (tryToWrite(texts)) {
                return;
            }
        }
        throw new IOException(file + ": is changed by somebody else all the time");
    }

    private boolean tryToWrite(Map<String, String> texts) throws IOException {
        try {
            SettingsText before = SettingsText.read(file);
            Properties all = texts(before);
            texts.forEach((name, text) -> {
                if (text.isEmpty()) {
                    all.remove(name);
                } else {
                    all.setProperty(name, text);
                }
            });
            return before.replaceWith(text(all));
        } catch (ConfigException e) {
            Files.move(file, file.resolveSibling(SET_ASIDE), StandardCopyOption.REPLACE_EXISTING);
            return false;
        }
    }

    private static Properties texts(SettingsText text) throws ConfigException, IOException {
        Properties all = new Properties();
        try {
            all.load(new StringReader(text.text()));
        } catch (IllegalArgumentException e) {
            throw new ConfigException(text.file() + ": " + e.getMessage());
        }
        return all;
    }

    /// Without the date that [Properties#store] puts there.
    private static String text(Properties all) throws IOException {
        StringWriter lines = new StringWriter();
        all.store(lines, null);
        return lines.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line + "\n")
                .collect(Collectors.joining("", HEAD, ""));
    }
}
