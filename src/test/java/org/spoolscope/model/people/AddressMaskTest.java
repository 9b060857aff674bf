package org.spoolscope.model.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Words;

class AddressMaskTest {
    private final AddressMask mask = new AddressMask();

    /// `*` stands for a sign.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    jane@shop.example|*@shop.example
                    to=<jane.doe+news@shop.example>, relay=none|to=<*@shop.example>, relay=none
                    "jane doe"@shop.example|*@shop.example
                    "a\\"b c"@shop.example|*@shop.example
                    to=<"x, status=sent (250 ok)"@evil.example>|to=<*@evil.example>
                    to=<"a: to=<joe@b.example>, (ok)"@evil.example>|to=<*@evil.example>
                    jane@shop.example, joe@shop.example|*@shop.example, *@shop.example
                    jürgen@post.example|*@post.example
                    u=jane%40shop.example&x|*%40shop.example&x
                    bounce+jane=shop.example@list.example|*@list.example
                    sasl_username=jane@shop.example, x|sasl_username=*@shop.example, x
                    rua=mailto:dmarc@shop.example|rua=mailto:*@shop.example
                    <jane@shop.example>: Recipient address rejected|<*@shop.example>: Recipient address rejected
                    550 5.1.1 jane@|550 5.1.1 *@
                    @relay.example:jane@shop.example|@relay.example:*@shop.example
                    root@mail1.example|*@mail1.example
                    from=<jane doe@x.example>, size=1|from=<*@x.example>, size=1
                    in RCPT command: <jane smith@x.example>|in RCPT command: <*@x.example>
                    to=<jane,doe@x.example>|to=<*@x.example>
                    to=<jane"@x.example>|to=<*@x.example>
                    to:"jane doe@x.example"|to:"*@x.example"
                    rua=mailto:postmaster@x.example|rua=mailto:postmaster@x.example
                    TXT "v=TLSRPTv1; rua=mailto:postmaster@x.example"|TXT "v=TLSRPTv1; rua=mailto:postmaster@x.example"
                    TXT "v=DMARC1; rua=mailto:jane@x.example"|TXT "v=DMARC1; rua=mailto:*@x.example"
                    deploy\\@corp.example ALL=(root)|deploy\\@corp.example ALL=(root)
                    """)
    void theDomainOfAnAddressStays(String text, String hidden) {
        assertThat(withStars(mask.hide(DisplayText.of(text)))).isEqualTo(hidden);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    uid=1000 from=<jane>|uid=1000 from=<•••>
                    to=<joe@x>, orig_to=<jane>, relay|to=<*@x>, orig_to=<•••>, relay
                    client=a[192.0.2.1], sasl_method=PLAIN, sasl_username=jane|client=a[192.0.2.1], sasl_method=PLAIN, sasl_username=•••
                    warning: header Subject: to jane from a[192.0.2.1]; from=<> to=<x@y>|warning: header Subject: •••; from=<> to=<*@y>
                    warning: header Subject: hi|warning: header Subject: •••
                    reject: body click here|reject: body •••
                    warning: header Subject: a; from=<b c; from=<> helo=<h>|warning: header Subject: •••> helo=<h>
                    replace: header Subject: a; from=<x@y> helo=<h>: Subject: b|replace: header Subject: •••
                    warning: non-SMTP command from a[192.0.2.1]: Subject: b|warning: non-SMTP command from a[192.0.2.1]: •••
                    COMMAND PIPELINING from [192.0.2.1]:9 after MAIL: RCPT TO:<jane>|COMMAND PIPELINING from [192.0.2.1]:9 after MAIL: •••
                    550 5.1.1 <boss>: unknown|550 5.1.1 <•••>: unknown
                    <mx.example>: Helo command rejected; helo=<mx.example>|<mx.example>: Helo command rejected; helo=<mx.example>
                    sasl_username=jane%x.example, a|sasl_username=•••, a
                    sasl_username=jane doe, a|sasl_username=•••, a
                    user=<jane>, method=PLAIN|user=<•••>, method=PLAIN
                    cannot open /home/jane/Maildir/new: denied|cannot open /home/•••: denied
                    /var/mail/jane.lock: exists|/var/mail/•••: exists
                    fatal: jane(1000): No recipient|fatal: •••(1000): No recipient
                    status=sent (delivered to command: procmail -a jane)|status=sent (delivered to command: •••)
                    550 <jane|550 <•••
                    550 <ja…|550 <•••…
                    """)
    void whomPostfixNamesWithoutADomain(String text, String hidden) {
        assertThat(withStars(mask.hide(DisplayText.of(text)))).isEqualTo(hidden);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    to=<jane@x.example>, (user jane unknown)|to=<*@x.example>, (user ••• unknown)
                    to=<jane@x.example>, (No mailbox Jane.)|to=<*@x.example>, (No mailbox •••.)
                    to=<jane+a@x.example>, (/home/jane/Maildir)|to=<*@x.example>, (/home/•••)
                    from=<news@news.example>, relay=mx.news.example|from=<*@news.example>, relay=mx.news.example
                    to=<jane@x.example>, (janet unknown)|to=<*@x.example>, (janet unknown)
                    to=<jane@x.example>, (lock file ~jane.lock)|to=<*@x.example>, (lock file ~•••.lock)
                    to=<sent@x.example>, status=sent (250 sent)|to=<*@x.example>, status=sent (250 sent)
                    to=<mx1@x.example>, relay=mx1[192.0.2.1]:25|to=<*@x.example>, relay=mx1[192.0.2.1]:25
                    to=<10@x.example>, delay=10, (try in 10 s)|to=<*@x.example>, delay=10, (try in 10 s)
                    to=<jane@x.example>, (İ user JANE)|to=<*@x.example>, (İ user •••)
                    to=<info@x.example>, (more info below)|to=<*@x.example>, (more info below)
                    """)
    void whoseAddressIsThereIsHiddenElsewhere(String text, String hidden) {
        assertThat(withStars(mask.hide(DisplayText.of(text)))).isEqualTo(hidden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3,912 waiting at gmail.com",
                "from=<>, size=4300",
                "uid=0 from=<root>",
                "@ 5 %",
                "connect to mx.example[192.0.2.1]:25: Connection timed out",
                "message body size 5",
                "a < b"
            })
    void otherTextStaysAsItIs(String text) {
        DisplayText shown = DisplayText.of(text);

        assertThat(mask.hide(shown)).isSameAs(shown);
    }

    @Test
    void whomATextIsSaidToNameIsHiddenInIt() {
        DisplayText reply =
                DisplayText.of("550 5.1.1 jane: unknown").naming(Set.of("jane@shop.example"));

        assertThat(mask.hide(Words.get("message.step.try", reply, 2).clip(500)).toString())
                .contains("550 5.1.1 •••: unknown")
                .doesNotContain("jane");
        assertThat(mask.hide(DisplayText.ofPerson("jane.doe@shop.example").clip(6)))
                .isEqualTo(DisplayText.of("•••…"));
        assertThat(mask.hide(DisplayText.ofPerson("jane doe@x.example")).toString())
                .doesNotContain("jane")
                .doesNotContain("doe");
        assertThat(
                        mask.hide(
                                Words.get(
                                        "action.dialog.from-to",
                                        DisplayText.ofPerson("bounce+1-jane=x.example@y.example")
                                                .clip(12),
                                        "a")))
                .isEqualTo(Words.get("action.dialog.from-to", "•••…", "a"));
        assertThat(mask.hide(DisplayText.ofPerson("j"))).isEqualTo(DisplayText.of("•••"));
        assertThat(mask.hide(DisplayText.ofPerson("ja\u200bne"))).isEqualTo(DisplayText.of("•••"));
        assertThat(
                        mask.hide(
                                DisplayText.of("a ja doe jo b")
                                        .naming(List.of("ja doe@a", "doe jo@b"))))
                .isEqualTo(DisplayText.of("a ••• b"));
        assertThat(mask.hide(DisplayText.ofPerson("jane"))).isEqualTo(DisplayText.of("•••"));
        assertThat(mask.hide(DisplayText.join(" ", List.of(DisplayText.of("to"), reply))))
                .isEqualTo(DisplayText.of("to 550 5.1.1 •••: unknown"));
    }

    @Test
    void theSameAddressHasTheSameSignInThisRunOnly() {
        String jane = hide("jane@shop.example");

        assertThat(hide("Jane@shop.example")).isEqualTo(jane);
        assertThat(hide("joe@shop.example")).isNotEqualTo(jane);
        assertThat(hide("jane@other.example")).doesNotStartWith(jane.split("@")[0]);
        assertThat(DisplayText.of(hide("jane@shop.example")).clip(10))
                .isEqualTo(mask.hide(DisplayText.ofPerson("jane@shop.example").clip(9)));
        assertThat(hide(jane)).isEqualTo(jane);
        assertThat(hide("to:••••@shop.example")).isEqualTo("to:••••@shop.example");
        assertThat(new AddressMask().hide(DisplayText.of("jane@shop.example")).toString())
                .isNotEqualTo(jane);
    }

    @Test
    void dotsAreAsManyAsTheNameHasCharacters() {
        assertThat(AddressMask.dots("to:jane@shop.example \"a b\"@x"))
                .isEqualTo("to:••••@shop.example •••••@x");
    }

    /// Whatever stands around an address, its name is not shown.
    @Test
    void noAddressIsLeftInAnyText() {
        String parts = "<>()[]{},;:\"'\\/= @%40•…ab";
        Random random = new Random(20261130);
        Set<String> leaks = new HashSet<>();
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(8); j > 0; j--) {
                text.append(parts.charAt(random.nextInt(parts.length())));
            }
            text.append(' ').append("jane.doe@shop.example");
            for (int j = random.nextInt(8); j > 0; j--) {
                text.append(parts.charAt(random.nextInt(parts.length())));
            }
            if (hide(text.toString()).contains("jane")
                    || AddressMask.dots(text.toString()).contains("jane")) {
                leaks.add(text.toString());
            }
        }
        assertThat(leaks).isEmpty();
    }

    private String hide(String text) {
        return mask.hide(DisplayText.of(text)).toString();
    }

    private static String withStars(DisplayText hidden) {
        return hidden.toString().replaceAll("•[2-9b-z]{4}(?=@|%40)", "*");
    }
}
