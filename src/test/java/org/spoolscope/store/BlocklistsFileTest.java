package org.spoolscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Blocklist.Kind;
import org.spoolscope.model.blocklist.Catalogue;

final class BlocklistsFileTest {
    /// Read once: it is long.
    private static final Catalogue BUILT_IN = new Catalogue(BlocklistsFile.builtIn(), Map.of());

    @TempDir private Path folder;

    @Test
    void someThirtyAreAliveAndEachSaysWhy() {
        List<Blocklist> lists = BUILT_IN.lists();
        assertThat(lists).extracting(Blocklist::name).doesNotHaveDuplicates();
        assertThat(lists).extracting(Blocklist::zone).doesNotHaveDuplicates();
        assertThat(lists).allSatisfy(list -> assertThat(list.note()).isNotBlank());
        assertThat(BUILT_IN.asked()).hasSizeBetween(25, 40);
        assertThat(lists)
                .filteredOn(list -> !list.partOf().isEmpty())
                .allSatisfy(list ->
                        assertThat(lists).extracting(Blocklist::name).contains(list.partOf()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dnsbl.sorbs.net",
                "ix.dnsbl.manitu.net",
                "dnsbl.njabl.org",
                "dnsbl.ahbl.org",
                "relays.ordb.org",
                "list.dsbl.org",
                "bl.spamcannibal.org",
                "dnsbl.inps.de",
                "db.wpbl.info",
                "virbl.dnsbl.bit.nl",
                "ubl.unsubscore.com",
                "rbl.megarbl.net",
                "bl.emailbasura.org",
                "dnsbl.burnt-tech.com",
                "combined.rbl.msrbl.net"
            })
    void theDeadAreNamedAndNotAsked(String zone) {
        assertThat(BUILT_IN.find(zone)).map(Blocklist::dead).hasValue(true);
        assertThat(BUILT_IN.asked()).extracting(Blocklist::zone).doesNotContain(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "Spamhaus ZEN, 127.0.0.2, 'SBL: spam source, or a network of one'",
        "Spamhaus ZEN, 127.0.0.6, 'XBL: taken over, a bot or an open proxy'",
        "Spamhaus ZEN, 127.0.0.8, ''",
        "Spamhaus ZRD (DQS), 127.0.2.24, first seen less than a day ago",
        "Spamhaus ZRD (DQS), 127.0.2.25, ''",
        "blocklist.de, 127.0.0.14, 'attacks servers, as fail2ban reports it'",
        "DNSWL, 127.0.10.3, trusted highly",
        "SURBL, 127.0.0.80, 'malware, abuse'",
        "SURBL, 127.0.0.8, phishing",
        "URIBL, 127.0.0.6, 'black: seen in spam, grey: seen in mail that people did not ask for'"
    })
    void codesHaveMeanings(String name, String code, String meaning) {
        assertThat(list(name).meaning(code)).isEqualTo(meaning);
    }

    @Test
    void codesThatAreNoListing() {
        assertThat(list("URIBL").isRefusal("127.0.0.1")).isTrue();
        assertThat(list("URIBL").isRefusal("127.0.0.2")).isFalse();
        assertThat(list("Spamhaus DBL").isRefusal("127.0.1.255")).isTrue();
        assertThat(list("DNSWL").isRefusal("127.0.0.255")).isTrue();
        assertThat(list("PSBL").isRefusal("127.255.255.254")).isTrue();
        assertThat(List.of("127.0.0.1", "127.0.0.3", "127.0.0.5", "127.0.1.1"))
                .allMatch(list("Hostkarma")::isHarmless);
        assertThat(list("Hostkarma").isHarmless("127.0.0.2")).isFalse();
        assertThat(list("Spamhaus ZEN").isPolicy("127.0.0.11")).isTrue();
        assertThat(list("UCEPROTECT 3").isPolicy("127.0.0.2")).isTrue();
    }

    @Test
    void thePersonsOwnFileAddsAndChangesKeyByKey() throws Exception {
        write(
                """
                [[list]]
                name = "Example BL"
                zone = "bl.example.org"
                lists = "range"
                ipv6 = true
                codes = { "127.0.0.2" = "spam source", "127.0.0.10" = "dynamic" }
                policy = ["127.0.0.10"]
                refused = ["127.0.0.9"]
                test = []
                delist = "https://bl.example.org/remove?ip={ip}"

                [[list]]
                name = "SpamCop"
                asked = false
                """);
        Catalogue catalogue = BlocklistsFile.load(folder);
        assertThat(catalogue.lists()).hasSize(BUILT_IN.lists().size() + 1);
        Blocklist own = catalogue.find("example bl").orElseThrow();
        assertThat(own)
                .extracting(Blocklist::kind, Blocklist::ipv4, Blocklist::ipv6, Blocklist::test)
                .containsExactly(Kind.RANGE, true, true, List.of());
        assertThat(own.policy()).isEqualTo(Set.of("127.0.0.10"));
        assertThat(own.delist()).isEqualTo("https://bl.example.org/remove?ip={ip}");
        Blocklist spamcop = catalogue.find("SpamCop").orElseThrow();
        assertThat(spamcop.zone()).isEqualTo("bl.spamcop.net");
        assertThat(catalogue.asked()).contains(own).doesNotContain(spamcop);
    }

    @Test
    void aFileOfItsOwnIsTheWholeCatalogue() throws Exception {
        Path file = folder.resolve("my.toml");
        Files.writeString(
                file,
                """
                [[list]]
                name = "SpamCop"

                [[list]]
                name = "Example BL"
                zone = "bl.example.org"
                """);
        assertThat(BlocklistsFile.only(file, folder).asked())
                .extracting(Blocklist::zone)
                .containsExactly("bl.spamcop.net", "bl.example.org");
        assertThatThrownBy(() -> BlocklistsFile.only(folder.resolve("none.toml"), folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("none.toml");
    }

    @Test
    void aKeyTakesThePlaceOfThePublicList() throws Exception {
        assertThat(BUILT_IN.asked())
                .extracting(Blocklist::name)
                .contains("Spamhaus ZEN")
                .doesNotContain("Spamhaus SBL", "Spamhaus ZEN (DQS)");
        write("[[list]]\nname = \"Spamhaus ZEN (DQS)\"\nkey = \"s3cr3tk3y\"\n");
        Catalogue catalogue = BlocklistsFile.load(folder);
        assertThat(catalogue.asked())
                .extracting(Blocklist::name)
                .contains("Spamhaus ZEN (DQS)")
                .doesNotContain("Spamhaus ZEN", "Spamhaus AuthBL (DQS)");
        assertThat(catalogue.zoneToAsk(catalogue.find("Spamhaus ZEN (DQS)").orElseThrow()))
                .isEqualTo("s3cr3tk3y.zen.dq.spamhaus.net");
        assertThat(catalogue.toString()).doesNotContain("s3cr3tk3y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zon = 'x'|3:1: unknown key \"zon\"; did you mean \"zone\"?",
                "zone = 5|3:1: zone must be a text",
                "zone = 'not a zone'|3:1: zone must be a domain",
                "lists = 'spam'|3:1: lists must be one of ip, range, asn, policy, domain, allow",
                "ipv6 = 'yes'|3:1: ipv6 must be true or false",
                "codes = ['127.0.0.2']|3:1: codes must be texts by name",
                "codes = { '127.0.0.2' = 5 }|3:1: \"127.0.0.2\" must be a text",
                "codes = { '127.0.0' = 'x' }|3:1: \"127.0.0\" is no return code",
                "codes = { '127.0.0.256' = 'x' }|3:1: \"127.0.0.256\" is no return code",
                "policy = ['10.0.0.1']|3:1: \"10.0.0.1\" is no return code",
                "policy = '127.0.0.2'|3:1: policy must be a list of texts",
                "test = ['a b']|3:1: \"a b\" is no test entry",
                "delist = 'bl.example.org'|3:1: delist must be a page"
            })
    void aMistakeIsToldWithItsLine(String line, String message) throws Exception {
        write("[[list]]\nname = \"SpamCop\"\n" + line.replace('\'', '"') + "\n");
        assertThatThrownBy(() -> BlocklistsFile.load(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("blocklists.toml:" + message);
    }

    @ParameterizedTest
    @CsvSource({"5m, 5", "90m, 90", "1h30m, 90", "2h, 120", "7d, 10080"})
    void thePaceIsRead(String text, long minutes) throws Exception {
        assertThat(BlocklistsFile.load(folder).every()).isEqualTo(Duration.ofMinutes(30));
        write("every = \"" + text + "\"\n[[list]]\nname = \"SpamCop\"\n");
        assertThat(BlocklistsFile.load(folder).every()).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"4m\"",
                "\"8d\"",
                "\"0m\"",
                "\"30\"",
                "\"half an hour\"",
                "30",
                "\"99999999d\"",
                "\"-1h\""
            })
    void aPaceOutOfRangeIsAMistake(String value) throws Exception {
        write("every = " + value + "\n");
        assertThatThrownBy(() -> BlocklistsFile.load(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageEndingWith(
                        "blocklists.toml:1:1: every must be a text from \"5m\" to \"7d\", such as \"2h\"");
    }

    @Test
    void whatElseStandsAboveTheTablesIsAMistake() throws Exception {
        write("evry = \"2h\"\n");
        assertThatThrownBy(() -> BlocklistsFile.load(folder))
                .hasMessageEndingWith(
                        "1:1: unknown key \"evry\"; every and [[list]] tables are known here");
    }

    @Test
    void aNameTwiceIsAMistake() throws Exception {
        write("[[list]]\nname = \"SpamCop\"\n[[list]]\nname = \"SpamCop\"\n");
        assertThatThrownBy(() -> BlocklistsFile.load(folder))
                .hasMessageContaining("there already is a list called \"SpamCop\"");
    }

    /// What is wrong with a key, or around it, is told without it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "key = s3cr3tk3y",
                "key = \"s3cr3tk3y",
                "key = \"s3cr3t k3y s3cr3tk3y\"",
                "key = [\"s3cr3tk3y\"]",
                "key = \"s3cr3tk3y\" s3cr3tk3y",
                "zone = \"bl.example.org\"\nkey = \"s3cr3tk3y\"",
                "zone = \"s3cr3tk3y zen.dq.example.org\"",
                "\"key\" = s3cr3tk3y"
            })
    void aMistakeWithAKeyDoesNotTellIt(String lines) throws Exception {
        write("[[list]]\nname = \"Spamhaus ZEN (DQS)\"\n" + lines + "\n");
        assertThatThrownBy(() -> BlocklistsFile.load(folder))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("blocklists.toml:")
                .message()
                .doesNotContain("s3cr3t");
    }

    private static Blocklist list(String name) {
        return BUILT_IN.find(name).orElseThrow();
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("blocklists.toml"), text);
    }
}
