package org.spoolscope.postfix.summary;

/// What is known of messages by the hashes of their ids, in bounded memory: when [#MOST] are known,
/// those that nothing was heard of for longest are forgotten, half of them at once.
final class MessageTable {
    /// What [#get] says of a message that is not known. Real values are positive.
    static final long UNKNOWN = 0;

    private static final int HALF = 1 << 19;

    /// About a million; the two halves take 16 MB each.
    static final int MOST = 2 * HALF;

    private LongTable young = new LongTable();
    private LongTable old = new LongTable();

    long get(long id) {
        long value = young.get(id);
        return value == LongTable.NONE ? old.get(id) : value;
    }

    void put(long id, long value) {
        if (young.size() == HALF) {
            old = young;
            young = new LongTable();
        }
        young.put(id, value);
    }

    void remove(long id) {
        young.remove(id);
        old.remove(id);
    }

    int size() {
        return young.size() + old.size();
    }
}
