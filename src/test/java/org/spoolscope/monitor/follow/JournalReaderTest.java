package org.spoolscope.monitor.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spoolscope.postfix.follow.LogPosition;

class JournalReaderTest {
    private static final Set<String> SMTP = Set.of("postfix/smtp");
    private static final Set<String> BOTH = Set.of("postfix/smtp", "postfix/x/smtpd");

    private final Handed handed = new Handed();
    private JournalReader reader = reader();

    private JournalReader reader() {
        return new JournalReader(
                LogPosition.parse(handed.position.text()),
                handed,
                FollowSettings.DEFAULT,
                InstantSource.system());
    }

    @Test
    void atFirstSoManyEntriesAreAskedFor() {
        assertThat(reader.arguments(BOTH))
                .containsExactly("", "262144", "postfix/smtp", "postfix/x/smtpd");
    }

    @Test
    void entriesAreLinesAndTheCursorIsThePosition() {
        read(mail(1), mail(2));

        assertThat(handed.all)
                .containsExactly(
                        "1970-01-01T00:00:01.000000+00:00 mx1 postfix/smtp[7]: m1",
                        "1970-01-01T00:00:02.000000+00:00 mx1 postfix/smtp[7]: m2");
        assertThat(handed.position.cursor()).isEqualTo("c2");
    }

    @Test
    void theEntryWhereItStoppedIsLeftOut() {
        read(mail(1), mail(2));
        reader = reader();
        assertThat(reader.arguments(SMTP).getFirst()).isEqualTo("c2");
        read(mail(2), mail(3));

        assertThat(messages()).containsExactly("m1", "m2", "m3");
    }

    /// Goal L10.
    @Test
    void anotherOneInItsPlaceIsAGap() {
        read(mail(1), mail(2));
        reader = reader();
        read(mail(5), mail(6));

        assertThat(messages()).containsExactly("m1", "m2", "gap VACUUMED null", "m5", "m6");
    }

    /// Goal L12.
    @Test
    void droppedMessagesAreAGap() {
        read(
                mail(1),
                """
                {"__CURSOR":"c2","__REALTIME_TIMESTAMP":"2000000","SYSLOG_IDENTIFIER":"systemd-journald",
                 "MESSAGE_ID":"a596d6fe7bfa4994828e72309e95d61e","N_DROPPED":"831",
                 "MESSAGE":"Suppressed 831 messages from postfix.service"}
                """
                        .replace("\n", ""));

        assertThat(messages()).containsExactly("m1", "gap SUPPRESSED 831");
        assertThat(handed.position.cursor()).isEqualTo("c2");
    }

    @Test
    void whatANewNameLoggedSinceIsRead() {
        read(mail(1), mail(2));
        reader.namesAreWhole();
        reader.arguments(SMTP);
        read(mail(2), mail(4));
        assertThat(reader.arguments(BOTH).getFirst()).isEqualTo("c2");
        readOn(mail(2), other(3), mail(4), other(5), mail(6));

        assertThat(messages()).containsExactly("m1", "m2", "m4", "m3", "m5", "m6");
        assertThat(handed.position.cursor()).isEqualTo("c6");
    }

    @Test
    void whatIsNoEntryIsLeftOut() {
        read("", "-- No entries --", "{\"MESSAGE\":\"no cursor\"}", "[1]", mail(1));
        assertThat(messages()).containsExactly("m1");
    }

    private java.util.List<String> messages() {
        return handed.all.stream()
                .map(line ->
                        line.substring(line.lastIndexOf(": ") < 0 ? 0 : line.lastIndexOf(' ') + 1))
                .toList();
    }

    private static String mail(int n) {
        return entry(n, "postfix/smtp", "2");
    }

    private static String other(int n) {
        return entry(n, "postfix/x/smtpd", "16");
    }

    private static String entry(int n, String identifier, String facility) {
        return """
        {"__CURSOR":"c%d","__REALTIME_TIMESTAMP":"%d000000","_HOSTNAME":"mx1","_PID":"7",\
        "SYSLOG_IDENTIFIER":"%s","SYSLOG_FACILITY":"%s","MESSAGE":"m%d"}\
        """
                .formatted(n, n, identifier, facility, n);
    }

    private void read(String... entries) {
        reader.arguments(SMTP);
        readOn(entries);
    }

    private void readOn(String... entries) {
        try {
            byte[] bytes = (String.join("\n", entries) + "\n").getBytes(StandardCharsets.UTF_8);
            reader.take(bytes, 0, bytes.length);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
