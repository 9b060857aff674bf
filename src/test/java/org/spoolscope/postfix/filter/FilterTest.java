package org.spoolscope.postfix.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.spoolscope.postfix.Messages.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.QueueId;
import org.spoolscope.model.QueueName;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.model.Recipient;
import org.spoolscope.model.TableRows;
import org.spoolscope.model.Tries;
import org.spoolscope.postfix.Messages;
import org.spoolscope.postfix.TestingJudgement;

class FilterTest {
    /// Queued 150 minutes ago, 1.5 MiB.
    private static final QueuedMessage MESSAGE =
            new QueuedMessage(
                    "-",
                    QueueName.DEFERRED,
                    new QueueId("4jYPMX58bfzJ9GW"),
                    NOW.minusSeconds(150 * 60),
                    3 << 19,
                    "News@example.org",
                    List.of(
                            new Recipient("ann@example.com", null),
                            new Recipient(
                                    "\"bob (b)\"@sub.example.net",
                                    "host mx1.example.net[192.0.2.1] said: 421 4.7.28 Slow down:"
                                            + " 5*3? (in reply to MAIL FROM command)")),
                    false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "news",
                "NEWS",
                "slow",
                "4jYPmx",
                "ann",
                "bob",
                "sub.example",
                "from:news@example.org",
                "from:news",
                "from:news@*",
                "from=NEWS@example.org",
                "from:*@example.org",
                "to:ann@example.com",
                "to:ann",
                "to:\"\\\"bob (b)\\\"@sub.example.net\"",
                "domain:example.com",
                "domain:sub.example.net",
                "domain:*.net",
                "domain:example.???",
                "queue:deferred",
                "queue:DEFERRED",
                "queue:def*",
                "id:4jYPMX58bfzJ9GW",
                "id:4jY*",
                "reason:slow",
                "reason:\"slow down\"",
                "reason:slow?down",
                "reason:421*4.7.28",
                "reason:\"5*3?\"",
                "dsn:4.7.28",
                "dsn:4.7.*",
                "relay:mx1.example.net",
                "relay:mx1",
                "relay:*.example.net",
                "server:mail1",
                "server:MAIL*",
                "age>2h",
                "age>=150m",
                "age<=150m",
                "age<3h",
                "age=2h",
                "age:2h",
                "cause:rate-limited",
                "cause:*LIMITED",
                "-cause:dns"
            })
    void matches(String filter) throws FilterSyntaxException {
        assertThat(Filter.parse(filter, TestingJudgement.BUILT_IN).matches(MESSAGE, "mail1", NOW))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "olds",
                "-news",
                "not news",
                "from:<>",
                "from:\"\"",
                "from:example.com",
                "from:news?",
                "to:bob@*",
                "domain:example",
                "domain:net",
                "queue:active",
                "id:4jY",
                "reason:timeout",
                "reason:\"slow*down\"",
                "dsn:4.7",
                "dsn:5.*",
                "relay:mx2*",
                "server:mail",
                "age>150m",
                "age<150m",
                "age=3h",
                "size>2M",
                "size=2M",
                "news slower",
                "news and slower",
                "(news or slow) olds",
                "not (news or olds)",
                "-from:news -to:ann",
                "cause:greylisted",
                "provider:gmail",
                "::1",
                "<news@example.org>"
            })
    void doesNotMatch(String filter) throws FilterSyntaxException {
        assertThat(Filter.parse(filter, TestingJudgement.BUILT_IN).matches(MESSAGE, "mail1", NOW))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size>=1M",
                "size>1M",
                "size=1M",
                "size=1536K",
                "size<2g",
                "size<=1572864",
                "size>=1.5M",
                "age>2.4h",
                "age>0.1d",
                "age<1w",
                "age>9s",
                "olds or news",
                "olds or slow news",
                "news slow or olds",
                "not olds",
                "-olds",
                "not not news",
                "not -news",
                "--news",
                "-(olds or older)",
                "(news)",
                "((news))(slow)",
                "news(slow)",
                "\"or\" or news",
                "from:news to:ann age>2h",
                "NEWS OR OLDS",
                "192.0.2.1",
                "\"said: 421\"",
                "example.org and slow"
            })
    void combines(String filter) throws FilterSyntaxException {
        assertThat(Filter.parse(filter, TestingJudgement.BUILT_IN).matches(MESSAGE, "mail1", NOW))
                .isTrue();
    }

    @Test
    void findsTheNullSender() throws FilterSyntaxException {
        QueuedMessage bounce =
                new QueuedMessage(
                        "-",
                        QueueName.ACTIVE,
                        new QueueId("ABCDEF1"),
                        NOW,
                        0,
                        "",
                        List.of(),
                        false);

        assertThat(Filter.parse("from:<>", TestingJudgement.BUILT_IN).matches(bounce, "x", NOW))
                .isTrue();
        assertThat(Filter.parse("from:\"\"", TestingJudgement.BUILT_IN).matches(bounce, "x", NOW))
                .isTrue();
        assertThat(Filter.parse("from:*", TestingJudgement.BUILT_IN).matches(bounce, "x", NOW))
                .isTrue();
        assertThat(Filter.parse("age<1s", TestingJudgement.BUILT_IN).matches(bounce, "x", NOW))
                .isTrue();
    }

    /// Attempts that the log told of; a message of which it told none has none.
    @ParameterizedTest
    @CsvSource({
        "tries=0, true, false",
        "tries:0, true, false",
        "tries<1, true, false",
        "tries=3, false, true",
        "tries>2, false, true",
        "tries>=3, false, true",
        "tries>3, false, false",
        "tries<=3, true, true",
        "-tries=0, false, true"
    })
    void asksForAttempts(String text, boolean never, boolean threeTimes)
            throws FilterSyntaxException {
        Filter filter = Filter.parse(text, TestingJudgement.BUILT_IN);
        QueuedMessage tried =
                new QueuedMessage(
                        "-",
                        QueueName.DEFERRED,
                        new QueueId("ABCDEF3"),
                        NOW,
                        QueuedMessage.UNKNOWN_SIZE,
                        "",
                        List.of(),
                        2,
                        false,
                        new Tries(3, NOW, "mx1.example.net"));

        assertThat(filter.matches(MESSAGE, "mail1", NOW)).isEqualTo(never);
        assertThat(filter.matches(tried, "mail1", NOW)).isEqualTo(threeTimes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"size>0", "size<1G", "size=0", "size<=1"})
    void aSizeThatIsNotKnownIsNeitherMoreNorLess(String text) throws FilterSyntaxException {
        QueuedMessage held =
                new QueuedMessage(
                        "-",
                        QueueName.HOLD,
                        new QueueId("ABCDEF1"),
                        NOW,
                        QueuedMessage.UNKNOWN_SIZE,
                        "",
                        List.of(),
                        false);

        assertThat(Filter.parse(text, TestingJudgement.BUILT_IN).matches(held, "x", NOW)).isFalse();
    }

    /// The rows of a table, matched where they lie, and the messages they hold.
    @Test
    void findsInATableWhatItFindsMessageByMessage() throws FilterSyntaxException {
        Random random = new Random(4);
        String[] words = {
            "ann", "BOB", "søren", "news", "example", "slow down", "4.7.28", "mx1", "\"a@b\"", ""
        };
        List<QueuedMessage> messages = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            List<Recipient> recipients = new ArrayList<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                recipients.add(
                        new Recipient(
                                words[random.nextInt(words.length)]
                                        + (random.nextInt(9) == 0 ? "" : "@")
                                        + words[random.nextInt(words.length)]
                                        + ".Example",
                                random.nextBoolean()
                                        ? null
                                        : "host mx1.example.net[192.0.2.1] said: 421 4.7.28 "
                                                + words[random.nextInt(words.length)]));
            }
            messages.add(
                    new QueuedMessage(
                            "-",
                            QueueName.values()[random.nextInt(5)],
                            new QueueId("ABC" + (1000 + i)),
                            NOW.minusSeconds(random.nextInt(20_000)),
                            random.nextInt(9_000) - 1,
                            words[random.nextInt(words.length)],
                            recipients,
                            0,
                            random.nextBoolean(),
                            random.nextBoolean() ? null : new Tries(1 + i % 4, NOW, "")));
        }
        TableRows all = Messages.rows(messages);
        for (String text :
                List.of(
                        "",
                        "ann",
                        "bob or søren",
                        "SØREN",
                        "ABC10*",
                        "id:abc1?00",
                        "from:<>",
                        "to:*bob*",
                        "domain:*.example",
                        "domain:ann.example",
                        "provider:gmail",
                        "cause:rate-limited",
                        "reason:slow",
                        "dsn:4.7.28",
                        "relay:mx1",
                        "-age>2h",
                        "age=1h",
                        "size>4K",
                        "tries>=2",
                        "queue:hold",
                        "server:mail1 queue:active",
                        "server:mail2")) {
            Filter filter = Filter.parse(text, TestingJudgement.BUILT_IN);
            TableRows found = filter.of(all, List.of("mail1"), NOW);

            assertThat(IntStream.range(0, found.size()).mapToObj(found::message))
                    .as(text)
                    .containsExactlyInAnyOrderElementsOf(
                            messages.stream()
                                    .filter(message -> filter.matches(message, "mail1", NOW))
                                    .toList());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    from:            | 6  | A value is missing after from:
                    from: joe        | 6  | A value is missing after from:
                    (from:)          | 7  | A value is missing after from:
                    news "slow       | 6  | This quote is never closed.
                    reason:"slow     | 8  | This quote is never closed.
                    news)            | 5  | This parenthesis was never opened.
                    a (b (c)         | 3  | This parenthesis is never closed.
                    ()               | 2  | Something to look for is missing here.
                    or news          | 1  | Something to look for is missing here.
                    news or          | 8  | Something to look for is missing here.
                    news or or x     | 9  | Something to look for is missing here.
                    not              | 4  | Something to look for is missing here.
                    -)               | 2  | Something to look for is missing here.
                    a fro:joe        | 3  | There is no key fro. Keys are queue, from, to, domain, provider, cause, reason, relay, dsn, age, size, id, server, tries. To look for the text itself, put it in quotes: "fro:…".
                    x provider:gmial | 12 | There is no provider gmial. Providers are named in providers.toml, such as Gmail, Microsoft, Yahoo, Apple, GMX and WEB.DE, Deutsche Telekom. Other destinations are found by domain:name.
                    cause:slow       | 7  | There is no cause slow. Causes are rate-limited, greylisted, ip-blocked, mailbox-full, no-such-user, policy, content, dns, connection, tls, loop, local-config, disk-full, expired, other.
                    cause>slow       | 6  | cause is a text: write cause:value. Only age, size and tries can be compared.
                    tries>3h         | 8  | This is a count and has no unit.
                    tries>often      | 7  | tries needs a number here, such as age>2h or size>=1M.
                    age > 2h         | 5  | > belongs to a key, without spaces: age>2h. To look for the text itself, put it in quotes.
                    age <=2h         | 5  | <= belongs to a key, without spaces: age<=2h. To look for the text itself, put it in quotes.
                    from : joe       | 6  | : belongs to a key, without spaces: age:2h. To look for the text itself, put it in quotes.
                    age>foo          | 5  | age needs a number here, such as age>2h or size>=1M.
                    from>joe         | 5  | from is a text: write from:value. Only age, size and tries can be compared.
                    queue:defered    | 7  | There is no queue defered. Queues are maildrop, incoming, active, deferred, hold.
                    age>h            | 5  | age needs a number here, such as age>2h or size>=1M.
                    age>1.2.3h       | 5  | age needs a number here, such as age>2h or size>=1M.
                    age>=2           | 7  | A unit of time is needed here: s, m, h, d or w.
                    age>2y           | 6  | A unit of time is needed here: s, m, h, d or w.
                    size>2T          | 7  | The unit must be K, M or G, or none for bytes.
                    age>99999999999w | 5  | That number is too large.
                    """)
    void tellsAMistakeWithItsColumn(String filter, int column, String sentence) {
        FilterSyntaxException mistake =
                catchThrowableOfType(
                        FilterSyntaxException.class,
                        () -> Filter.parse(filter, TestingJudgement.BUILT_IN));

        assertThat(mistake).isNotNull();
        assertThat(mistake.column()).isEqualTo(column);
        assertThat(mistake.sentence()).hasToString(sentence);
    }

    @Test
    void refusesEndlessNesting() {
        for (String piece : List.of("(", "-", "not ")) {
            FilterSyntaxException mistake =
                    catchThrowableOfType(
                            FilterSyntaxException.class,
                            () ->
                                    Filter.parse(
                                            piece.repeat(100_000) + "a",
                                            TestingJudgement.BUILT_IN));

            assertThat(mistake.sentence()).hasToString("That is nested too deeply.");
        }
    }

    @Test
    void offersItsKeys() {
        assertThat(Key.completions())
                .extracting(Completion::insert)
                .containsExactly(
                        "queue:",
                        "from:",
                        "to:",
                        "domain:",
                        "provider:",
                        "cause:",
                        "reason:",
                        "relay:",
                        "dsn:",
                        "age>",
                        "size>",
                        "id:",
                        "server:",
                        "tries>");
        assertThat(Key.completions())
                .allSatisfy(completion -> assertThat(completion.about().isEmpty()).isFalse());
    }

    @Test
    void anyTextIsAFilterOrAMistakeInsideIt() {
        Random random = new Random(20_261_124);
        String[] pieces = {
            "from",
            ":",
            "age",
            ">",
            "<=",
            "2h",
            "(",
            ")",
            "\"",
            "\\",
            "-",
            "not ",
            " or ",
            " ",
            "*",
            "?",
            "x",
            "size",
            "1M",
            "\0",
            "é",
            "\ud83d",
            "9".repeat(400),
            ".",
            "queue:hold",
            "=",
            "and",
            "\ufdd0"
        };
        for (int i = 0; i < 10_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                Filter.parse(text.toString(), TestingJudgement.BUILT_IN)
                        .matches(MESSAGE, "mail1", NOW);
            } catch (FilterSyntaxException mistake) {
                assertThat(mistake.column()).isBetween(1, text.length() + 1);
                assertThat(mistake.sentence().isEmpty()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ann@gmail.com        |                                             | Gmail
                    ann@shop.example     | host mx1.hotmail.com[192.0.2.1] said: 421 x | Microsoft
                    ann@shop.example     | host mx.shop.example[192.0.2.1] said: 421 x |
                    ann@shop.example     |                                             |
                    """)
    void aProviderIsKnownByTheDomainOrTheHost(String address, String reason, String provider)
            throws FilterSyntaxException {
        QueuedMessage message =
                new QueuedMessage(
                        "-",
                        QueueName.DEFERRED,
                        new QueueId("ABCDEF1"),
                        NOW,
                        0,
                        "",
                        List.of(new Recipient(address, reason)),
                        false);
        for (String name : List.of("Gmail", "Microsoft")) {
            assertThat(
                            Filter.parse("provider:" + name, TestingJudgement.BUILT_IN)
                                    .matches(message, "x", NOW))
                    .as(name)
                    .isEqualTo(name.equals(provider));
        }
    }

    /// What is in force while the box holds a mistake.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    age                 | age>                 |
                    age                 | age>foo              |
                    from:joe age        | from:joe age>        | from:joe
                    from:joe or age     | from:joe or age>     | from:joe
                    from:joe (age       | from:joe (age:       | from:joe
                    from:joe -queue     | from:joe -queue:     | from:joe
                    not queue           | not queue:           |
                    age>2h              | age>2hx              | age>2h
                    floor age           | floor age>           | floor
                    joe                 | "joe                 | joe
                    """)
    void aWordThatBecomesAKeyIsNoLongerLookedFor(String good, String text, String whole) {
        assertThat(HalfTyped.whole(good, text)).isEqualTo(whole == null ? "" : whole);
    }
}
