package org.spoolscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spoolscope.model.blocklist.Blocklist;
import org.spoolscope.model.blocklist.Catalogue;

class BlocklistsEditTest {
    @TempDir Path folder;

    @Test
    void aListThatIsBuiltInGetsATableOfItsOwn() throws Exception {
        Catalogue after = ask(Map.of("SpamCop", false));

        assertThat(text())
                .isEqualTo(
                        """
                        [[list]]
                        name = "SpamCop"
                        asked = false
                        """);
        assertThat(isAsked(after, "SpamCop")).isFalse();
        assertThat(isAsked(after, "PSBL")).isTrue();
        assertThat(BlocklistsFile.load(folder)).isEqualTo(after);
    }

    /// Comments, layout and the key stay.
    @Test
    void nothingElseChanges() throws Exception {
        write(
                """
                # Ours.
                [[list]]
                  name = "Own BL"   # the office's
                  zone = "bl.example.org"

                [[list]]
                asked = true # for now
                name = 'Spamhaus ZEN (DQS)'
                key = "abcdef0123456789abcdef0123"
                """);

        Catalogue after = ask(Map.of("Own BL", false, "Spamhaus ZEN (DQS)", false));

        assertThat(text())
                .isEqualTo(
                        """
                        # Ours.
                        [[list]]
                          name = "Own BL"   # the office's
                          asked = false
                          zone = "bl.example.org"

                        [[list]]
                        asked = false # for now
                        name = 'Spamhaus ZEN (DQS)'
                        key = "abcdef0123456789abcdef0123"
                        """);
        assertThat(after.keys()).containsOnlyKeys("Spamhaus ZEN (DQS)");
        assertThat(ask(Map.of("Own BL", true)).find("Own BL"))
                .hasValueSatisfying(list -> assertThat(list.asked()).isTrue());
    }

    @Test
    void whatCantBeEditedLineByLineIsLeftAlone() throws Exception {
        String inline = "list = [{name = \"Own BL\", zone = \"bl.example.org\"}]\n";
        write(inline);
        assertThatThrownBy(() -> ask(Map.of("Own BL", false)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("blocklists.toml");
        assertThat(text()).isEqualTo(inline);

        write("[[list]]\nname = \n");
        assertThatThrownBy(() -> ask(Map.of("SpamCop", false))).isInstanceOf(ConfigException.class);
        assertThat(text()).isEqualTo("[[list]]\nname = \n");
    }

    @Test
    void thePaceStandsAboveAllTables() throws Exception {
        write("[[list]]\nname = \"SpamCop\"\nasked = false\n");
        Catalogue after = BlocklistsFile.ask(folder, Map.of(), Duration.ofHours(3));

        assertThat(text())
                .isEqualTo("every = \"3h\"\n\n[[list]]\nname = \"SpamCop\"\nasked = false\n");
        assertThat(after.every()).isEqualTo(Duration.ofHours(3));
        assertThat(BlocklistsFile.load(folder)).isEqualTo(after);
        assertThat(ask(Map.of("PSBL", false)).every()).isEqualTo(Catalogue.USUAL);
    }

    @Test
    void onlyTheValueOfThePaceIsReplaced() throws Exception {
        write("# ours\n  every = '20m' # often\n");
        BlocklistsFile.ask(folder, Map.of(), Duration.ofDays(2));
        assertThat(text()).isEqualTo("# ours\n  every = \"2d\" # often\n");

        BlocklistsFile.ask(folder, Map.of(), Duration.ofMinutes(90));
        assertThat(text()).isEqualTo("# ours\n  every = \"1h30m\" # often\n");
    }

    private Catalogue ask(Map<String, Boolean> asked) throws Exception {
        return BlocklistsFile.ask(folder, asked, Catalogue.USUAL);
    }

    private static boolean isAsked(Catalogue catalogue, String name) {
        return catalogue.find(name).map(Blocklist::asked).orElseThrow();
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("blocklists.toml"), text);
    }

    private String text() throws IOException {
        return Files.readString(folder.resolve("blocklists.toml"));
    }
}
