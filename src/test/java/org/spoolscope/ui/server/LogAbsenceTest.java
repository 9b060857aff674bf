package org.spoolscope.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.spoolscope.model.LogSnapshot;
import org.spoolscope.model.LogSource;
import org.spoolscope.ui.TestingLog;

class LogAbsenceTest {
    @Test
    void saysWhyThereAreNoFiguresAndWhatWouldGrantThem() {
        assertThat(LogAbsence.of(LogSnapshot.NONE))
                .hasToString("The server's log is being looked for.");
        assertThat(
                        LogAbsence.of(
                                TestingLog.of()
                                        .source(new LogSource.None("neither file nor journal"))
                                        .build()))
                .hasToString("No log was found: neither file nor journal");
        assertThat(
                        LogAbsence.of(
                                TestingLog.of()
                                        .source(
                                                new LogSource.Unreadable(
                                                        "/var/log/mail.log",
                                                        "permission denied",
                                                        "usermod -aG adm ops"))
                                        .build()))
                .hasToString(
                        "/var/log/mail.log can't be read. This grants it: usermod -aG adm ops");
        assertThat(LogAbsence.of(TestingLog.of().behind(100L << 20).build()))
                .hasToString("The log is still being read: 100 MB to go.");
    }

    @Test
    void aLogThatIsReadLacksNothing() {
        assertThat(LogAbsence.of(TestingLog.of().build())).isNull();
    }
}
