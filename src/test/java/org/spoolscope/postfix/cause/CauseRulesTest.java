package org.spoolscope.postfix.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.CauseRule;
import org.spoolscope.postfix.ReasonText;
import org.spoolscope.store.CausesFile;

class CauseRulesTest {
    private static final CauseRules BUILT_IN = new CauseRules(CausesFile.builtIn());

    /// Replies of real providers and of Postfix itself, addresses and ids exchanged for examples.
    @ParameterizedTest
    @CsvFileSource(
            resources = "replies.txt",
            delimiter = '|',
            quoteCharacter = '`',
            maxCharsPerColumn = 4096)
    void tellWhatAReplyComesDownTo(String kind, String list, String normalised, String reply) {
        CauseRules.Verdict verdict = BUILT_IN.verdict(reply);

        assertThat(verdict.kind().label() + "|" + verdict.list())
                .isEqualTo(kind + "|" + (list == null ? "" : list));
        assertThat(ReasonText.of(reply).normalised()).isEqualTo(normalised);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    all=over,quota      | host mx.example.net[192.0.2.1] said: 452 4.2.2 Over his quota | true
                    all=over,quota      | host mx.example.net[192.0.2.1] said: 452 4.2.2 Over it all    | false
                    any=gray,grey       | host mx.example.net[192.0.2.1] said: 450 4.2.0 GREYlisted     | true
                    any=listed          | host mx.example.net[192.0.2.1] said: 450 4.2.0 greylisted     | false
                    none=spam           | host mx.example.net[192.0.2.1] said: 550 5.7.1 spam           | false
                    none=spam           | host mx.example.net[192.0.2.1] said: 550 5.7.1 ham            | true
                    codes=45x           | host mx.example.net[192.0.2.1] said: 450 later                | true
                    codes=45x           | host mx.example.net[192.0.2.1] said: 550 never                | false
                    codes=45x           | connect to mx.example.net[192.0.2.1]:25: Connection refused   | false
                    statuses=*.2.2      | host mx.example.net[192.0.2.1] said: 552 5.2.2 full           | true
                    statuses=5.7.*      | host mx.example.net[192.0.2.1] said: 550-5.7.26 no            | true
                    statuses=5.7.*      | host mx.example.net[192.0.2.1] said: 550 no                   | false
                    any=example         | host mx.example.net[192.0.2.1] said: 550 no                   | false
                    any=example         | host mx.example.net[192.0.2.1] said: 550 an example           | true
                    any=example         | host 192.0.2.1[192.0.2.1] said: 550 ask ex.example.net[192.0.2.9] | true
                    hosts=example.net   | host mx.example.net[192.0.2.1] said: 550 no                   | true
                    hosts=ample.net     | host mx.example.net[192.0.2.1] said: 550 no                   | false
                    hosts=x.mx.example.net | host mx.example.net[192.0.2.1] said: 550 no                | false
                    """)
    void askForWhatARuleSays(String condition, String reason, boolean holds) {
        String[] pair = condition.split("=", 2);
        List<String> texts = List.of(pair[1].split(","));
        CauseRule rule =
                new CauseRule(
                        CauseClass.LOOP,
                        "a list",
                        texts(pair, "all", texts),
                        texts(pair, "any", texts),
                        texts(pair, "none", texts),
                        texts(pair, "codes", texts),
                        texts(pair, "statuses", texts),
                        texts(pair, "hosts", texts));

        assertThat(new CauseRules(List.of(rule)).verdict(reason).kind() == CauseClass.LOOP)
                .isEqualTo(holds);
    }

    private static List<String> texts(String[] pair, String name, List<String> texts) {
        return pair[0].equals(name) ? texts : List.of();
    }
}
