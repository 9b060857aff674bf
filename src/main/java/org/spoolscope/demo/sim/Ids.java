package org.spoolscope.demo.sim;

import java.util.ArrayDeque;
import java.util.Locale;
import org.spoolscope.model.QueueId;

/// Makes queue ids as Postfix does (`mail_queue.h`), short or long, from the moment of creation and
/// the queue file's inode. Inodes of deleted files are used again, so short ids repeat, as they do.
final class Ids {
    private static final String DIGITS = "0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";
    private static final int FREE_LIST = 4_000;

    private final boolean longIds;
    private final ArrayDeque<Long> freed = new ArrayDeque<>();
    private long nextInode;

    Ids(boolean longIds, long firstInode) {
        this.longIds = longIds;
        this.nextInode = firstInode;
    }

    long inode() {
        // A file system hands the lowest free inode out again, but not at once.
        return freed.size() > FREE_LIST / 2 ? freed.removeFirst() : nextInode++;
    }

    void free(long inode) {
        if (freed.size() < FREE_LIST) {
            freed.addLast(inode);
        }
    }

    QueueId id(long created, long inode) {
        long micros = created % Agenda.SECOND;
        if (!longIds) {
            return new QueueId(String.format(Locale.ROOT, "%05X%X", micros, inode));
        }
        StringBuilder id = new StringBuilder(20);
        append(id, created / Agenda.SECOND, 52, 6);
        append(id, micros, 52, 4);
        id.append('z');
        append(id, inode, 51, 1);
        return new QueueId(id.toString());
    }

    private static void append(StringBuilder to, long number, int base, int width) {
        int start = to.length();
        long rest = number;
        do {
            to.insert(start, DIGITS.charAt((int) (rest % base)));
            rest /= base;
        } while (rest > 0);
        while (to.length() - start < width) {
            to.insert(start, '0');
        }
    }
}
