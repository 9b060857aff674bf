package org.spoolscope.postfix.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
    private static final String MESSAGE = ": connect from mx.example.com[192.0.2.7]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Nov  8 10:38:17 mail postfix/smtpd[4711]            | mail           | postfix/smtpd              | 4711
                    Nov 18 10:38:17 mail.example.org postfix/smtpd      | mail.example.org | postfix/smtpd            |
                    <22>Nov  8 10:38:17 mail postfix/smtpd[1]           | mail           | postfix/smtpd              | 1
                    2026-11-08T10:38:17.123456+01:00 m postfix/smtpd[1] | m              | postfix/smtpd              | 1
                    <22>2026-11-08T10:38:17Z m postfix/smtpd[1]         | m              | postfix/smtpd              | 1
                    2026-11-08T10:38:17.123456 m postfix/smtpd[1]       | m              | postfix/smtpd              | 1
                    2026-11-08 10:38:17 m postfix/smtpd[1]              | m              | postfix/smtpd              | 1
                    Nov  8 10:38:17 m postfix/submission/smtpd[1]       | m              | postfix/submission/smtpd   | 1
                    Nov  8 10:38:17 m postfix-out/smtpd[1]              | m              | postfix-out/smtpd          | 1
                    Nov  8 10:38:17 m mta/relay/smtpd[1]                | m              | mta/relay/smtpd            | 1
                    Nov  8 10:38:17 2001:db8::1 a/b/c/d/smtpd[1]        | 2001:db8::1    | a/b/c/d/smtpd              | 1
                    """)
    void readsAllThatLoggersPutBefore(String header, String host, String program, String pid) {
        LogLine line = Corpus.parse(header + MESSAGE);

        assertThat(line.event()).isEqualTo(LogEvent.CONNECT);
        assertThat(line.text(LogField.HOST)).isEqualTo(host);
        assertThat(line.text(LogField.PROGRAM)).isEqualTo(program);
        assertThat(line.text(LogField.PID)).isEqualTo(pid);
        assertThat(line.text(LogField.MESSAGE)).isEqualTo(MESSAGE.substring(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "connect from mx.example.com[192.0.2.7]",
                "Nov  8 10:38:17",
                "Nov  8 10:38:17 mail",
                "Nov  8 10:38:17 mail postfix/smtpd[4711]",
                "Nov  8 10:38:17 mail dovecot: imap-login: Login",
                "Nov  8 10:38:17 mail smtpd[1]: connect from mx.example.com[192.0.2.7]",
                "Nov  8 10:38:17 mail amavis/x[1]: hello",
                "Nov  8 10:38:17 mail postfixed/x[1]: hello",
                "Nov  8 10:38:17 mail postgrey[1]: action=pass",
                "Nov  8 10:38:17 mail kernel: postfix/smtpd[1]: connect from a[192.0.2.1]",
                "Nuv  8 10:38:17 mail postfix/smtpd[1]: connect from a[192.0.2.1]",
                "Nov  8 10:38:1x mail postfix/smtpd[1]: connect from a[192.0.2.1]",
                "Nov 31 10:38:17 mail postfix/smtpd[1]: connect from a[192.0.2.1]",
                "2026-02-29T10:38:17Z mail postfix/smtpd[1]: connect from a[192.0.2.1]",
                "2026-11-08T24:38:17Z mail postfix/smtpd[1]: connect from a[192.0.2.1]"
            })
    void takesNothingElseForPostfix(String line) {
        assertThat(Corpus.parse(line).event()).isEqualTo(LogEvent.FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postfix/policyd-spf[1]", "postfix-out/unheard-of[1]"})
    void aProgramUnderPostfixsNameIsPostfixs(String program) {
        LogLine line = Corpus.parse("Nov  8 10:38:17 mail " + program + ": hello");

        assertThat(line.event()).isEqualTo(LogEvent.OTHER);
        assertThat(line.text(LogField.TEXT)).isEqualTo("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[ID 197553 mail.info] ", ""})
    void skipsWhatSolarisPutsBetween(String id) {
        LogLine line =
                Corpus.parse("Nov  8 10:38:17 m postfix/smtpd[1]: " + id + "connect from a[::1]");

        assertThat(line.event()).isEqualTo(LogEvent.CONNECT);
    }
}
