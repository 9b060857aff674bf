package org.spoolscope.model;

/// What a cause means, in words for people: `Gmail limits our rate`.
public final class CauseWording {
    private CauseWording() {}

    /// The sentence for a cause, and what to do about it.
    ///
    /// @param who the provider, relay or destination; empty where none is known
    /// @param list the blocklist that the replies name; empty where none
    public static Sentence of(CauseClass kind, String who, String list) {
        String key = "cause." + kind.label();
        String name = who.isEmpty() ? Words.get("cause.nobody").toString() : who;
        boolean listed = kind == CauseClass.IP_BLOCKED && !list.isEmpty();
        return new Sentence(
                Words.get(listed ? key + ".listed" : key, name, list),
                Words.get(key + ".advice", name, list));
    }
}
