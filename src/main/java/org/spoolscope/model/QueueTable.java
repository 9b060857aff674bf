package org.spoolscope.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The messages of one instance's queue, each id once, packed: some hundred bytes for a message
/// with one recipient. Equal senders, reasons and relays are shared.
///
/// Immutable. Another table is made of it with [#edit]; the two share all pages that were not
/// touched. The order of the rows says nothing, and is another one in another table. Times are kept
/// in microseconds.
public final class QueueTable implements Iterable<QueuedMessage> {
    /// Another one in each process: nobody can choose ids that all fall into one page.
    private static final int SEED = new SplittableRandom().nextInt();

    /// Of no instance, and empty.
    public static final QueueTable EMPTY = new Editor("").table();

    private final String instance;

    /// Where the page for a hash is, by as many of its last bits as it takes to tell them apart.
    private final int[] directory;

    private final QueuePage[] pages;

    /// The row at which each page begins, and the number of all.
    private final int[] starts;

    private final @Nullable String[][] texts;
    private final QueueCounts counts;

    private QueueTable(
            String instance,
            int[] directory,
            QueuePage[] pages,
            @Nullable String[][] texts,
            QueueCounts counts) {
        this.instance = instance;
        this.texts = texts;
        this.directory = directory;
        this.pages = pages;
        this.counts = counts;
        starts = new int[pages.length + 1];
        for (int i = 0; i < pages.length; i++) {
            starts[i + 1] = starts[i] + pages[i].rows();
        }
    }

    /// A table of these messages; of those with the same id the last one counts.
    ///
    /// @throws IllegalArgumentException when they are of several instances
    public static QueueTable of(Collection<QueuedMessage> messages) {
        if (messages.isEmpty()) {
            return EMPTY;
        }
        Editor editor = new Editor(messages.iterator().next().instance());
        messages.forEach(editor::put);
        return editor.table();
    }

    /// The instance that all messages belong to.
    public String instance() {
        return instance;
    }

    public int size() {
        return starts[pages.length];
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /// Messages per queue; nothing is counted for it.
    public QueueCounts counts() {
        return counts;
    }

    /// The message in a row, from 0 to below [#size].
    public QueuedMessage message(int row) {
        int page = page(row);
        return pages[page].message(row - starts[page], instance, texts);
    }

    /// The message with this id, or null.
    public @Nullable QueuedMessage find(QueueId id) {
        int row = row(id);
        return row < 0 ? null : message(row);
    }

    /// The row of the message with this id, or -1.
    public int row(QueueId id) {
        int hash = hash(id);
        int page = directory[hash & directory.length - 1];
        int row = pages[page].find(hash, id);
        return row < 0 ? -1 : starts[page] + row;
    }

    /// For each row of this table the row of the same id in another one, or -1. Costs little where
    /// the two share pages.
    public int[] rowsIn(QueueTable other) {
        int[] rows = new int[size()];
        for (int i = 0; i < pages.length; i++) {
            QueuePage page = pages[i];
            for (int row = 0; row < page.rows(); row++) {
                int its = other.directory[page.hash(row) & other.directory.length - 1];
                int place =
                        samePage(page, other.pages[its]) ? row : other.pages[its].find(page, row);
                rows[starts[i] + row] = place < 0 ? -1 : other.starts[its] + place;
            }
        }
        return rows;
    }

    @SuppressWarnings("ReferenceEquality") // a page that was not touched is the same one
    private static boolean samePage(QueuePage one, QueuePage other) {
        return one == other;
    }

    /// All messages, row by row; may be run in parallel.
    public Stream<QueuedMessage> stream() {
        return IntStream.range(0, size()).mapToObj(this::message);
    }

    @Override
    public Iterator<QueuedMessage> iterator() {
        return stream().iterator();
    }

    /// To make another table of this one.
    public Editor edit() {
        return new Editor(this);
    }

    @Override
    public String toString() {
        return size() + " messages of " + instance;
    }

    /// See [TextCodes].
    @Nullable String[][] texts() {
        return texts;
    }

    QueuePage[] pages() {
        return pages;
    }

    int[] starts() {
        return starts;
    }

    /// The page that has a row.
    int page(int row) {
        if (row < 0 || row >= size()) {
            throw new IndexOutOfBoundsException(row);
        }
        int page = Arrays.binarySearch(starts, row);
        if (page < 0) {
            return -page - 2;
        }
        while (starts[page + 1] == row) {
            page++;
        }
        return page;
    }

    private static int hash(QueueId id) {
        String text = id.value();
        int hash = SEED;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        return hash;
    }

    /// Makes tables by changing what one holds. A page is copied at its first change after a table
    /// was made, and only then.
    ///
    /// Belongs to one thread; the tables do not.
    public static final class Editor {
        /// Pages with fewer messages on average are put together.
        private static final int SPARSE = QueuePage.ROWS / 16;

        /// With fewer messages on average, the directory does not grow.
        private static final int DENSE = QueuePage.ROWS / 4;

        private final String instance;
        private final TextCodes texts;
        private final int[] counts = new int[QueueName.values().length];
        private QueuePage[] directory;
        private int size;
        private Object token = new Object();
        private @Nullable QueueTable made;

        /// Begins with an empty table.
        public Editor(String instance) {
            this.instance = instance;
            texts = new TextCodes();
            directory = new QueuePage[] {new QueuePage(0, token)};
        }

        private Editor(QueueTable table) {
            instance = table.instance;
            size = table.size();
            for (QueueName queue : QueueName.values()) {
                counts[queue.ordinal()] = table.counts.of(queue);
            }
            directory = new QueuePage[table.directory.length];
            for (int i = 0; i < directory.length; i++) {
                directory[i] = table.pages[table.directory[i]];
            }
            texts = new TextCodes(table.texts);
            for (QueuePage page : table.pages) {
                for (int row = 0; row < page.rows(); row++) {
                    page.texts(row, texts::count);
                }
            }
            texts.counted();
            made = table;
        }

        public int size() {
            return size;
        }

        public boolean contains(QueueId id) {
            int hash = hash(id);
            return page(hash).find(hash, id) >= 0;
        }

        /// The message with this id, or null.
        public @Nullable QueuedMessage get(QueueId id) {
            int hash = hash(id);
            QueuePage page = page(hash);
            int row = page.find(hash, id);
            return row < 0 ? null : page.message(row, instance, texts.current());
        }

        /// Puts a message in, in place of the one with the same id.
        ///
        /// @throws IllegalArgumentException when it is of another instance
        public void put(QueuedMessage message) {
            if (!message.instance().equals(instance)) {
                throw new IllegalArgumentException(message.instance());
            }
            int hash = hash(message.id());
            QueuePage page = page(hash);
            int row = page.find(hash, message.id());
            if (row < 0) {
                makeRoom(hash);
            }
            page = changeable(hash);
            if (row < 0) {
                page.add(hash, message, texts);
                size++;
            } else {
                counts[page.queue(row).ordinal()]--;
                page.texts(row, texts::release);
                page.set(row, message, texts);
            }
            counts[message.queue().ordinal()]++;
        }

        /// Takes the message with this id out.
        ///
        /// @return whether there was one
        public boolean remove(QueueId id) {
            int hash = hash(id);
            int row = page(hash).find(hash, id);
            if (row < 0) {
                return false;
            }
            QueuePage page = changeable(hash);
            counts[page.queue(row).ordinal()]--;
            page.texts(row, texts::release);
            page.remove(row);
            size--;
            return true;
        }

        /// The table as it is now; the same one as long as nothing changes.
        public QueueTable table() {
            if (made == null) {
                if (directory.length > 1 && size < directory.length * SPARSE) {
                    putTogether();
                }
                made = make();
                token = new Object();
            }
            return made;
        }

        private QueueTable make() {
            int[] places = new int[directory.length];
            QueuePage[] pages = new QueuePage[directory.length];
            int count = 0;
            for (int i = 0; i < directory.length; i++) {
                QueuePage page = directory[i];
                int first = i & (1 << page.depth()) - 1;
                if (first == i) {
                    page.trim(token);
                    pages[count] = page;
                    places[i] = count++;
                } else {
                    places[i] = places[first];
                }
            }
            return new QueueTable(
                    instance,
                    places,
                    Arrays.copyOf(pages, count),
                    texts.texts(),
                    new QueueCounts(
                            counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]));
        }

        private QueuePage page(int hash) {
            return directory[hash & directory.length - 1];
        }

        private QueuePage changeable(int hash) {
            QueuePage page = page(hash);
            QueuePage mine = page.changeable(token);
            if (mine != page) {
                place(mine, hash);
            }
            made = null;
            return mine;
        }

        private void makeRoom(int hash) {
            QueuePage page = page(hash);
            while (page.rows() >= QueuePage.ROWS
                    && (1 << page.depth() < directory.length || directory.length * DENSE <= size)) {
                split(hash);
                page = page(hash);
            }
        }

        /// Makes two pages of one by another bit of the hashes.
        private void split(int hash) {
            QueuePage full = page(hash);
            if (1 << full.depth() == directory.length) {
                QueuePage[] twice = Arrays.copyOf(directory, directory.length * 2);
                System.arraycopy(directory, 0, twice, directory.length, directory.length);
                directory = twice;
            }
            int bit = 1 << full.depth();
            QueuePage without = new QueuePage(full.depth() + 1, token);
            QueuePage with = new QueuePage(full.depth() + 1, token);
            for (int row = 0; row < full.rows(); row++) {
                ((full.hash(row) & bit) == 0 ? without : with).add(full, row);
            }
            place(without, hash & ~bit);
            place(with, hash | bit);
        }

        private void place(QueuePage page, int hash) {
            int step = 1 << page.depth();
            for (int i = hash & step - 1; i < directory.length; i += step) {
                directory[i] = page;
            }
        }

        private void putTogether() {
            QueuePage[] before = directory;
            directory = new QueuePage[] {new QueuePage(0, token)};
            for (int i = 0; i < before.length; i++) {
                QueuePage page = before[i];
                if ((i & (1 << page.depth()) - 1) == i) {
                    for (int row = 0; row < page.rows(); row++) {
                        int hash = page.hash(row);
                        makeRoom(hash);
                        page(hash).add(page, row);
                    }
                }
            }
        }
    }
}
