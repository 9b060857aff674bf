package org.spoolscope.store.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.LogBatch;
import org.spoolscope.model.LogGap;
import org.spoolscope.model.MinuteRow;

class MailHistoryTest {
    private static final String SERVER = "mail1";
    private static final Instant MINUTE = Instant.parse("2026-03-01T10:15:00Z");
    private static final Instant START = Instant.EPOCH;
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");
    private static final MinuteRow SENT = new MinuteRow(MINUTE, "example.com", null, 0, 5, 0, 0, 0);
    private static final MinuteRow FULL =
            new MinuteRow(MINUTE, "example.com", CauseClass.MAILBOX_FULL, 0, 0, 2, 1, 0);
    private static final MinuteRow CAME = new MinuteRow(MINUTE, "", null, 7, 0, 0, 0, 3);

    @TempDir Path folder;

    @Test
    void countsOfOneMinuteAddUp() throws Exception {
        try (MailHistory history = open()) {
            history.commit(SERVER, batch(null, "1", SENT, FULL, CAME));
            history.commit(SERVER, batch("1", "2", SENT, CAME));

            assertThat(history.rows(SERVER, MINUTE, MINUTE.plusSeconds(60)))
                    .containsExactly(
                            new MinuteRow(MINUTE, "", null, 14, 0, 0, 0, 6),
                            new MinuteRow(MINUTE, "example.com", null, 0, 10, 0, 0, 0),
                            FULL);
            assertThat(history.rows(SERVER, MINUTE.plusSeconds(60), END)).isEmpty();
            assertThat(history.position(SERVER)).contains("2");
        }
    }

    @Test
    void aBatchThatBeginsElsewhereChangesNothing() throws Exception {
        try (MailHistory history = open();
                MailHistory other = open()) {
            assertThat(history.commit(SERVER, batch(null, "1", SENT))).isTrue();
            assertThat(other.commit(SERVER, batch(null, "1", SENT))).isFalse();
            assertThat(other.commit(SERVER, batch("7", "8", SENT))).isFalse();
            assertThat(other.commit(SERVER, batch("1", "2", FULL))).isTrue();

            assertThat(history.rows(SERVER, START, END)).containsExactly(SENT, FULL);
            assertThat(history.position(SERVER)).contains("2");
        }
    }

    @Test
    void serversAreKeptApart() throws Exception {
        try (MailHistory history = open()) {
            history.commit(SERVER, batch(null, "1", SENT));
            history.commit("mail2", batch(null, "9", FULL));

            assertThat(history.rows(SERVER, START, END)).containsExactly(SENT);
            assertThat(history.rows("mail2", START, END)).containsExactly(FULL);
            assertThat(history.position("mail3")).isEmpty();
        }
    }

    @Test
    void whatIsKeptSurvivesARestart() throws Exception {
        LogGap known =
                new LogGap(
                        Instant.ofEpochMilli(5_000),
                        "/var/log/mail.log",
                        LogGap.Cause.TRUNCATED,
                        Instant.ofEpochMilli(1_000),
                        null,
                        12L);
        LogGap vague =
                new LogGap(
                        Instant.ofEpochMilli(6_000),
                        "journal",
                        LogGap.Cause.VACUUMED,
                        null,
                        Instant.ofEpochMilli(2_000),
                        null);
        try (MailHistory history = open()) {
            history.commit(SERVER, new LogBatch(null, "1", List.of(SENT), List.of(known, vague)));
        }
        try (MailHistory history = open()) {
            assertThat(history.rows(SERVER, START, END)).containsExactly(SENT);
            assertThat(history.gaps(SERVER, 10)).containsExactly(known, vague);
            assertThat(history.gaps(SERVER, 1)).containsExactly(vague);
            assertThat(history.position(SERVER)).contains("1");
        }
    }

    @Test
    void oldCountsAreForgottenAndThePositionIsNot() throws Exception {
        try (MailHistory history = open()) {
            MinuteRow later =
                    new MinuteRow(MINUTE.plusSeconds(60), "example.com", null, 0, 1, 0, 0, 0);
            history.commit(SERVER, batch(null, "1", SENT, later));
            history.forgetOld(MINUTE.plusSeconds(60).plus(MailHistory.KEPT));

            assertThat(history.rows(SERVER, START, END)).containsExactly(later);
            assertThat(history.position(SERVER)).contains("1");
        }
    }

    @Test
    void aDamagedFileIsSetAsideAndANewOneBegun() throws Exception {
        try (MailHistory history = open()) {
            history.commit(SERVER, batch(null, "1", SENT));
        }
        byte[] bytes = Files.readAllBytes(file());
        for (int i = 4096; i < bytes.length; i++) {
            bytes[i] = (byte) 0xa5;
        }
        Files.write(file(), bytes);
        try (MailHistory history = open()) {
            assertThat(history.position(SERVER)).isEmpty();
            assertThat(history.commit(SERVER, batch(null, "1", SENT))).isTrue();
        }
        assertThat(Files.readAllBytes(folder.resolve("history.sqlite.damaged"))).isEqualTo(bytes);
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAside() throws Exception {
        Files.writeString(file(), "shopping list\n".repeat(500), StandardCharsets.UTF_8);
        try (MailHistory history = open()) {
            assertThat(history.position(SERVER)).isEmpty();
        }
        assertThat(folder.resolve("history.sqlite.damaged")).content().startsWith("shopping list");
    }

    @Test
    void aFileOfALaterVersionIsLeftAlone() throws Exception {
        open().close();
        try (Connection connection =
                        new org.sqlite.JDBC()
                                .connect("jdbc:sqlite:" + file(), new java.util.Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=99");
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(IOException.class)
                .hasMessage(file() + " was written by a later version of Spoolscope");
        assertThat(folder.resolve("history.sqlite.damaged")).doesNotExist();
    }

    @Test
    void aFolderThatCantBeMadeIsSaid() throws Exception {
        Path inTheWay = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> MailHistory.open(inTheWay.resolve("history.sqlite")))
                .isInstanceOf(IOException.class);
    }

    private MailHistory open() throws IOException {
        return MailHistory.open(file());
    }

    private Path file() {
        return folder.resolve("history.sqlite");
    }

    private static LogBatch batch(@Nullable String before, String after, MinuteRow... rows) {
        return new LogBatch(before, after, List.of(rows), List.of());
    }
}
