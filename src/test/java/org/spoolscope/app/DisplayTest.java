package org.spoolscope.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spoolscope.cli.Faces.NoDisplayException;

final class DisplayTest {
    @Test
    void linuxNeedsADisplay() {
        assertThatThrownBy(() -> Display.require(Map.of(), "Linux", ""))
                .isInstanceOf(NoDisplayException.class)
                .hasMessageContaining("DISPLAY");
        assertThatCode(() -> Display.require(Map.of("DISPLAY", ":0"), "Linux", ""))
                .doesNotThrowAnyException();
    }

    @Test
    void othersHaveOneOfTheirOwn() {
        assertThatCode(() -> Display.require(Map.of(), "Windows 11", ""))
                .doesNotThrowAnyException();
        assertThatCode(() -> Display.require(Map.of(), "Mac OS X", "")).doesNotThrowAnyException();
    }

    @Test
    void theHeadlessPlatformNeedsNone() {
        assertThatCode(() -> Display.require(Map.of(), "Linux", "Headless"))
                .doesNotThrowAnyException();
    }
}
