package org.spoolscope.postfix.follow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalEntryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "to=<a@example.com>"       | to=<a@example.com>
                    "two\\nlines\\r\\nthree"   | two lines  three
                    [103,114,195,188,110,255]  | grün\uFFFD
                    ["first","second"]         | first
                    [[97,98],"second"]         | ab
                    null                       | ''
                    {"a":1}                    | ''
                    "\\u202e"                  | \u202E
                    """)
    void messagesInAllForms(String message, String expected) {
        JournalEntry entry =
                requireNonNull(
                        parse(
                                """
                                {"_HOSTNAME":"mx1","MESSAGE":%s,"SYSLOG_IDENTIFIER":"postfix/smtp",\
                                "X":[1,{"y":2}],"_PID":"9","__CURSOR":"c",\
                                "__REALTIME_TIMESTAMP":"1795864343123456"}\
                                """
                                        .formatted(message)));

        assertThat(new String(entry.line(), StandardCharsets.UTF_8))
                .isEqualTo("2026-11-28T11:12:23.123456+00:00 mx1 postfix/smtp[9]: " + expected);
    }

    @Test
    void aLineCannotBeForgedByTheNameOfHostOrProgram() {
        JournalEntry entry =
                requireNonNull(
                        parse(
                                """
                                {"__CURSOR":"c","_HOSTNAME":"a b","SYSLOG_IDENTIFIER":"x\\ny",\
                                "MESSAGE":"m"}\
                                """));
        assertThat(new String(entry.line(), StandardCharsets.UTF_8))
                .isEqualTo("1970-01-01T00:00:00.000000+00:00 - -: m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''
                    {
                    {"__CURSOR":"c"
                    {"MESSAGE":"m"}
                    [[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]
                    """)
    void whatIsNoEntry(String line) {
        assertThat(parse(line)).isNull();
    }

    private static @Nullable JournalEntry parse(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return JournalEntry.parse(bytes, 0, bytes.length);
    }
}
