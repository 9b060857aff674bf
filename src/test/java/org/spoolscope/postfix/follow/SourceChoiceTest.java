package org.spoolscope.postfix.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.LogSource;

class SourceChoiceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    file configured /x read 9 0 adm                                            | File /x
                    file configured /x missing                                                 | File /x
                    file configured /x denied 9 0 adm                                          | Unreadable /x
                    file maillog_file /a read 1 9 adm;file maillog_file /b read 1 0 adm        | File /a, File /b
                    file maillog_file /a read 1 9 adm;file maillog_file /a read 1 9 adm        | File /a
                    file maillog_file /a read 1 9 adm;syslog /etc/p;file syslog /s read 1 9 adm | File /a, File /s
                    file maillog_file /a read 1 9 adm;file syslog /s read 1 9 adm              | File /a
                    syslog /etc/p;file syslog /m read 90 9 adm;file syslog /s read 5 9 adm     | File /s
                    syslog /etc/p;file syslog /m read 5 0 adm;file syslog /s read 50 9 adm     | File /s
                    syslog /etc/p;file syslog /m read 99999 9 adm;journal read 9               | Journal
                    syslog /etc/p;file syslog /m read 99999 9 adm;journal read 0               | File /m
                    syslog /etc/p;file syslog /m read 60 9 adm;journal read 9                  | File /m
                    syslog /etc/p;file syslog /m denied 60 0 adm;journal read 9                | Journal
                    syslog /etc/p;file syslog /m denied 60 0 adm;journal read 0                | Unreadable /m
                    syslog /etc/p;file syslog /m missing 0 0 adm;journal missing 0             | None
                    syslog /etc/p;file syslog /var/log/mail.log read 60 0 adm;journal missing 0 | File /var/log/mail.log
                    syslog /etc/p;journal read 0                                               | Unreadable journal
                    syslog /etc/p;journal missing 0                                            | None
                    file maillog_file relative read 1 1 adm;journal missing 0                  | None
                    nonsense                                                                   | None
                    """)
    void chooses(String output, String expected) {
        assertThat(
                        SourceChoice.parse(output.replace(';', '\n').replace(' ', '\t')).stream()
                                .map(SourceChoiceTest::describe)
                                .collect(Collectors.joining(", ")))
                .isEqualTo(expected);
    }

    @Test
    void namesTheLineThatGrants() {
        assertThat(
                        SourceChoice.parse(
                                """
                                user\tops
                                syslog\t/etc/postfix
                                file\tsyslog\t/var/log/mail.log\tdenied\t1\t0\tadm
                                """))
                .containsExactly(
                        new LogSource.Unreadable(
                                "/var/log/mail.log",
                                "Postfix logs to syslog, which writes its lines there.",
                                "usermod -aG adm ops"));
    }

    private static String describe(LogSource source) {
        return switch (source) {
            case LogSource.File file -> "File " + file.path();
            case LogSource.Journal _ -> "Journal";
            case LogSource.Unreadable unreadable -> "Unreadable " + unreadable.path();
            case LogSource.None _ -> "None";
        };
    }
}
