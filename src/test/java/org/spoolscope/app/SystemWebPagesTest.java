package org.spoolscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolscope.ui.fx.Background;

class SystemWebPagesTest {
    @Test
    void onlyWebPagesAreOpened() {
        List<Runnable> begun = new ArrayList<>();
        SystemWebPages pages = new SystemWebPages(new Background(begun::add, Runnable::run));
        pages.open("file:///etc/passwd");
        pages.open("javascript:alert(1)");
        pages.open("-version");
        pages.open("");
        assertThat(begun).isEmpty();
        pages.open("https://bl.example.org/remove?ip=192.0.2.1");
        assertThat(begun).hasSize(1);
    }

    /// Whatever is in it, the address is one argument of a command, and no shell reads it.
    @Test
    void theAddressIsOneArgument() {
        String odd = "https://bl.example.org/?ip=$(x)&b=\"c d\"";
        assertThat(SystemWebPages.command("Linux", odd)).containsExactly("xdg-open", odd);
        assertThat(SystemWebPages.command("Mac OS X", odd)).containsExactly("open", odd);
        assertThat(SystemWebPages.command("Windows 11", odd))
                .containsExactly("rundll32", "url.dll,FileProtocolHandler", odd);
    }
}
