package org.spoolscope.postfix.follow;

import java.util.List;

/// How far a file and what it was rotated to were read.
///
/// @param path the live file
/// @param past the last finished generations, oldest first: by them the older files are told from
///   the newer ones when the one we stopped in is gone
/// @param generations those that were still read, oldest first; several while the old file of a
///   rotation may still be written to
/// @param unsure whether copies of the newest generation may stand before it that were made, and it
///   truncated, before anything of it was read: they are still to be looked for
public record FilePosition(
        String path, List<Generation> past, List<Generation> generations, boolean unsure) {
    /// How many finished generations are remembered.
    public static final int PAST = 12;

    public FilePosition {
        past = List.copyOf(past.subList(Math.max(0, past.size() - PAST), past.size()));
        generations = List.copyOf(generations);
    }

    /// Nothing read yet.
    public static FilePosition none(String path) {
        return new FilePosition(path, List.of(), List.of(), false);
    }
}
