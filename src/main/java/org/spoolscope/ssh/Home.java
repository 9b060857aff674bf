package org.spoolscope.ssh;

import java.nio.file.Path;

/// The home folder of the person at the desktop, which `~` stands for.
record Home(Path folder) {
    /// The path with a leading `~` expanded.
    Path expand(String path) {
        if (path.equals("~")) {
            return folder;
        }
        return path.startsWith("~/") ? folder.resolve(path.substring(2)) : Path.of(path);
    }

    /// The path as a person would write it, with `~` where possible.
    String shorten(Path path) {
        return path.startsWith(folder) && !path.equals(folder)
                ? "~/" + folder.relativize(path)
                : path.toString();
    }
}
