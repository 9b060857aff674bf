package org.spoolscope.monitor.search;

/// A log file on the server that a search has come to.
///
/// @param number from 1, oldest first
/// @param of how many there are
public record SearchedFile(State state, int number, int of, String path) {
    /// What becomes of it.
    public enum State {
        /// It is being searched.
        SEARCHING,
        /// The account may not read it.
        DENIED,
        /// The server lacks the program that unpacks it.
        NO_TOOL,
        /// It was searched in part: it unpacks to more than a log does, or has a line too long for
        /// the search.
        CUT,
        /// No file, or gone since it was listed.
        SKIPPED
    }
}
