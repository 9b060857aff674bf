package org.spoolscope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.ui.fx.Background;

class RegistryEditTest {
    private final TestingRegistry registry = new TestingRegistry();
    private final List<Runnable> waiting = new ArrayList<>();
    private final RegistryEdit edit =
            new RegistryEdit(registry, new Background(waiting::add, Runnable::run));
    private int done;

    @Test
    void makesOneChangeAtATime() {
        edit.make(servers -> servers.add(ServerConfig.of("a", "192.0.2.1")), () -> done++);
        edit.make(servers -> servers.add(ServerConfig.of("a", "192.0.2.1")), () -> done++);
        assertThat(waiting).hasSize(1);
        assertThat(edit.busy().get()).isTrue();
        waiting.removeFirst().run();
        assertThat(edit.busy().get()).isFalse();
        assertThat(registry.names()).containsExactly("a");
        assertThat(done).isEqualTo(1);
    }

    @Test
    void saysWhyItFailedAndCanBeTriedAgain() {
        registry.failure = "servers.toml:3: unknown key";
        edit.make(servers -> servers.remove("a"), () -> done++);
        waiting.removeFirst().run();
        assertThat(edit.problem().get()).hasToString("servers.toml:3: unknown key");
        assertThat(done).isZero();
        registry.failure = null;
        edit.make(servers -> servers.remove("a"), () -> done++);
        assertThat(edit.problem().get().isEmpty()).isTrue();
        waiting.removeFirst().run();
        assertThat(done).isEqualTo(1);
    }
}
