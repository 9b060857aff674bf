package org.spoolscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples of `docs/configuration.md` are files that are read, and its tables name each key.
final class ConfigurationPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```toml\\n(.*?)^```");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[a-z_]+`(?:, `[a-z_]+`)*) \\|");

    @TempDir Path folder;

    @Test
    void eachKeyOfAServerIsNamedAndInTheExample() throws Exception {
        String section = section("servers.toml");
        assertThat(keys(section)).containsExactlyElementsOf(ServerKey.LABELS);
        String example = write(section, "servers.toml");
        assertThat(new ServersFile(folder).load()).hasSize(2);
        assertThat(ServerKey.LABELS)
                .filteredOn(key -> !key.equals(ServerKey.JUMP.label())) // does nothing yet
                .allSatisfy(key -> assertThat(example).contains("\n" + key + " = "));
    }

    @Test
    void theRulesAreRead() throws Exception {
        String causes = section("causes.toml");
        var _ = write(causes, "causes.toml");
        assertThat(CausesFile.load(folder)).hasSize(CausesFile.builtIn().size() + 1);
        assertThat(keys(causes)).containsExactlyElementsOf(CausesFile.KEYS);
        String providers = section("providers.toml");
        var _ = write(providers, "providers.toml");
        assertThat(ProvidersFile.load(folder)).hasSize(ProvidersFile.builtIn().size() + 1);
        assertThat(keys(providers)).containsExactlyElementsOf(ProvidersFile.KEYS);
    }

    private String section(String file) throws IOException {
        String page = Files.readString(Path.of("docs/configuration.md"));
        int from = page.indexOf("\n## " + file + "\n");
        assertThat(from).as(file).isNotNegative();
        return page.substring(from, page.indexOf("\n## ", from + 1));
    }

    private String write(String section, String file) throws IOException {
        Matcher example = EXAMPLE.matcher(section);
        assertThat(example.find()).isTrue();
        Files.writeString(folder.resolve(file), example.group(1));
        return example.group(1);
    }

    private static List<String> keys(String section) {
        return ROW.matcher(section)
                .results()
                .map((MatchResult row) -> row.group(1).replace("`", ""))
                .flatMap(names -> Arrays.stream(names.split(", ", -1)))
                .toList();
    }
}
