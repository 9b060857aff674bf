package org.spoolscope.postfix.follow;

/// A file that may be a generation of a log.
///
/// @param identity device, inode and, where the system tells it, birth
/// @param size in bytes, packed where it is packed
/// @param modified of the last write, seconds since the epoch by the server's clock
/// @param changed of the last write or renaming
public record Candidate(String name, String identity, long size, long modified, long changed) {
    /// What an empty file takes when it is packed, at the most.
    private static final int EMPTY_PACKED = 64;

    public Packing packing() {
        return Packing.of(name);
    }

    /// Whether there is anything in it; of a packed one with a line or two that is not known.
    public boolean hasContent() {
        return size > (packing() == Packing.NONE ? 0 : EMPTY_PACKED);
    }

    /// Whether it is the same file and nobody has touched it since.
    public boolean isUnchanged(Candidate other) {
        return identity.equals(other.identity) && size == other.size && modified == other.modified;
    }
}
