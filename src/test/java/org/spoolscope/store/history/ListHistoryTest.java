package org.spoolscope.store.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.ListChange;
import org.spoolscope.model.blocklist.ListCheck;
import org.spoolscope.model.blocklist.Verdict;

class ListHistoryTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void begin() {
        file = folder.resolve("history.sqlite");
    }

    @Test
    void keepsEachChangeWithItsProof() throws Exception {
        ListChange clean = change(null, Verdict.CLEAN, NOON);
        ListChange listed =
                change(
                        Verdict.CLEAN,
                        Verdict.LISTED,
                        NOON.plusSeconds(1),
                        "127.0.0.2",
                        "127.0.0.9");
        try (ListHistory history = ListHistory.open(file)) {
            history.add("mail1", List.of(clean), NOON);
            history.add("mail1", List.of(listed), NOON);
            history.add("mail2", List.of(clean), NOON);
        }
        try (ListHistory history = ListHistory.open(file)) {
            assertThat(history.changes("mail1", 10)).containsExactly(listed, clean);
            assertThat(history.changes("mail1", 1)).containsExactly(listed);
            assertThat(history.changes("mail3", 10)).isEmpty();
        }
    }

    /// How each address stands is known for good.
    @Test
    void forgetsWhatIsOldAndNotTheLatest() throws Exception {
        ListChange first = change(null, Verdict.CLEAN, NOON);
        ListChange second = change(Verdict.CLEAN, Verdict.LISTED, NOON.plusSeconds(1), "127.0.0.2");
        try (ListHistory history = ListHistory.open(file)) {
            history.add("mail1", List.of(first, second), NOON);
            history.add("mail1", List.of(), NOON.plus(ListHistory.KEPT).plusSeconds(60));
            assertThat(history.changes("mail1", 10)).containsExactly(second);
        }
    }

    /// A file of before there were lists is taken on.
    @Test
    void liesBesideWhatIsCounted() throws Exception {
        MailHistory.open(file).close();
        try (ListHistory lists = ListHistory.open(file);
                MailHistory counts = MailHistory.open(file)) {
            lists.add("mail1", List.of(change(null, Verdict.CLEAN, NOON)), NOON);
            assertThat(counts.position("mail1")).isEmpty();
            assertThat(lists.changes("mail1", 10)).hasSize(1);
        }
    }

    private static ListChange change(
            @Nullable Verdict before, Verdict now, Instant at, String... codes) {
        return new ListChange(
                before,
                new ListCheck(
                        "192.0.2.13",
                        "Example BL",
                        "{key}.bl.example.org",
                        Blocklist.Kind.IP,
                        now,
                        List.of(codes),
                        "a meaning",
                        "a text",
                        "127.0.0.53 of mail1",
                        Duration.ofMillis(20),
                        at));
    }
}
