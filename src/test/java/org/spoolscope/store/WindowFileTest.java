package org.spoolscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowFileTest {
    @TempDir Path folder;

    private Path file() {
        return folder.resolve("window.properties");
    }

    @Test
    void remembersTexts() throws IOException {
        WindowFile file = new WindowFile(folder.resolve("new"));
        assertThat(file.read()).isEmpty();
        file.write(Map.of("queue.columns", "id +size:90 = # \u202e"));
        assertThat(new WindowFile(folder.resolve("new")).read())
                .isEqualTo(Map.of("queue.columns", "id +size:90 = # \u202e"));
        file.write(Map.of("queue.columns", ""));
        assertThat(file.read()).isEmpty();
    }

    @Test
    void leavesAloneWhatOthersRemember() throws IOException {
        WindowFile file = new WindowFile(folder);
        file.write(Map.of("a", "1", "b", "2"));
        Files.writeString(file(), "\ncolour=red\nb = 3\n");
        file.write(Map.of("a", "4"));
        assertThat(Files.readString(file()))
                .isEqualTo(
                        """
                        # What the window remembers; written by Spoolscope.
                        a=4
                        b=3
                        colour=red
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=\\u00zz\n", "a=\u00e9"})
    void aFileThatCannotBeReadCountsAsEmptyAndIsKept(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file(), bytes);
        WindowFile file = new WindowFile(folder);
        assertThat(file.read()).isEmpty();
        assertThat(file()).hasBinaryContent(bytes);
        file.write(Map.of("a", "1"));
        assertThat(file.read()).isEqualTo(Map.of("a", "1"));
        assertThat(folder.resolve("window.properties.unreadable")).hasBinaryContent(bytes);
    }

    @Test
    void saysWhenItCannotWrite() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "");
        WindowFile file = new WindowFile(blocked);
        assertThat(file.read()).isEmpty();
        assertThatThrownBy(() -> file.write(Map.of("a", "1"))).isInstanceOf(IOException.class);
    }
}
