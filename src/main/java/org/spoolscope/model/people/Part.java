package org.spoolscope.model.people;

/// A part of a text that names somebody.
///
/// @param to behind it
/// @param isLocalPart whether the domain follows
record Part(int from, int to, boolean isLocalPart) {
    /// Both together, where they overlap.
    Part with(Part other) {
        Part longer = other.to > to || other.to == to && other.isLocalPart ? other : this;
        return new Part(Math.min(from, other.from), longer.to, longer.isLocalPart);
    }
}
