package org.spoolscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFolderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Linux      |                                     |        | /home/ann/.config/spoolscope
                    Linux      | XDG_CONFIG_HOME=/etc/xdg            |        | /etc/xdg/spoolscope
                    Linux      | XDG_CONFIG_HOME=relative            |        | /home/ann/.config/spoolscope
                    Linux      | XDG_CONFIG_HOME=                    |        | /home/ann/.config/spoolscope
                    Linux      | XDG_CONFIG_HOME=/etc/xdg            | given  | given
                    Linux      | SPOOLSCOPE_CONFIG=/srv/x            | given  | /srv/x
                    Linux      | SPOOLSCOPE_CONFIG=                  | given  | given
                    Mac OS X   | XDG_CONFIG_HOME=/etc/xdg            |        | /home/ann/Library/Application Support/spoolscope
                    Windows 11 | APPDATA=/roaming                    |        | /roaming/spoolscope
                    Windows 11 |                                     |        | /home/ann/AppData/Roaming/spoolscope
                    """)
    void looksInThisOrder(
            String system, @Nullable String variable, @Nullable String option, String folder) {
        Map<String, String> environment = new HashMap<>();
        if (variable != null) {
            String[] parts = variable.split("=", 2);
            environment.put(parts[0], parts[1]);
        }

        Path found =
                ConfigFolder.find(
                        option == null ? null : Path.of(option),
                        environment,
                        system,
                        Path.of("/home/ann"));

        assertThat(found).isEqualTo(Path.of(folder));
    }
}
