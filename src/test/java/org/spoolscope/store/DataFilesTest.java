package org.spoolscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spoolscope.model.CauseClass;
import org.spoolscope.model.CauseRule;
import org.spoolscope.model.Provider;

class DataFilesTest {
    @TempDir private Path folder;

    @Test
    void theBuiltInFilesAreRight() {
        assertThat(CausesFile.builtIn())
                .hasSizeGreaterThan(60)
                .extracting(CauseRule::kind)
                .contains(CauseClass.values()[0], CauseClass.EXPIRED, CauseClass.DISK_FULL);
        assertThat(ProvidersFile.builtIn()).hasSizeGreaterThan(80);
        assertThat(ProvidersFile.builtIn()).extracting(Provider::name).doesNotHaveDuplicates();
    }

    @Test
    void withoutAFileThereIsWhatIsBuiltIn() throws Exception {
        assertThat(CausesFile.load(folder)).isEqualTo(CausesFile.builtIn());
        assertThat(ProvidersFile.load(folder)).isEqualTo(ProvidersFile.builtIn());
    }

    @Test
    void ownRulesComeFirst() throws Exception {
        write(
                "causes.toml",
                """
                [[cause]]
                class = "ip-blocked"
                list = "Ours"
                all = ["one two", "three"]
                none = ["four"]
                code = ["4xx", "554"]
                status = ["5.7.*"]
                host = ["example.net"]
                """);

        List<CauseRule> rules = CausesFile.load(folder);

        assertThat(rules.getFirst())
                .isEqualTo(
                        new CauseRule(
                                CauseClass.IP_BLOCKED,
                                "Ours",
                                List.of("one two", "three"),
                                List.of(),
                                List.of("four"),
                                List.of("4xx", "554"),
                                List.of("5.7.*"),
                                List.of("example.net")));
        assertThat(rules).hasSize(CausesFile.builtIn().size() + 1);
    }

    @Test
    void ownProvidersAreAddedOrReplace() throws Exception {
        write(
                "providers.toml",
                """
                [[provider]]
                name = "Gmail"
                relays = ["gmail.example"]

                [[provider]]
                name = "Ours"
                domains = ["ours.example"]
                """);

        List<Provider> providers = ProvidersFile.load(folder);

        assertThat(providers).hasSize(ProvidersFile.builtIn().size() + 1);
        assertThat(providers)
                .contains(
                        new Provider("Gmail", List.of("gmail.example"), List.of()),
                        new Provider("Ours", List.of(), List.of("ours.example")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    class = "loop"                            | causes.toml:2:1: a rule needs a condition: one of all, any, none, code, status, host
                    any = ["ab"]                              | causes.toml:2:1: there is no class; add a line such as class = "rate-limited"
                    class = "lop"; any = ["ab"]               | causes.toml:3:1: there is no class "lop"; did you mean "loop"?
                    class = "loop"; any = ["a"]               | causes.toml:4:1: any must be such as "over quota", not "a"
                    class = "loop"; any = []                  | causes.toml:4:1: any must be a list of texts, none of them empty
                    class = "loop"; any = "ab"                | causes.toml:4:1: any must be a list of texts, none of them empty
                    class = "loop"; code = ["45"]             | causes.toml:4:1: code must be such as "421" or "45x", not "45"
                    class = "loop"; status = ["5.7"]          | causes.toml:4:1: status must be such as "4.7.28" or "5.7.*", not "5.7"
                    class = "loop"; hots = ["ab"]; any = ["ab"] | causes.toml:4:1: unknown key "hots"; did you mean "host"?
                    """)
    void mistakesNameTheirLine(String lines, String message) throws IOException {
        write("causes.toml", "\n[[cause]]\n" + lines.replace("; ", "\n") + "\n");

        assertThatThrownBy(() -> CausesFile.load(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessage(folder.resolve("causes.toml").getParent() + "/" + message);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
