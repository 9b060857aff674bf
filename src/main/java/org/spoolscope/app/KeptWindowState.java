package org.spoolscope.app;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.spoolscope.store.WindowFile;
import org.spoolscope.ui.fx.Background;
import org.spoolscope.ui.fx.Lane;
import org.spoolscope.ui.state.WindowState;

/// What the window remembers, kept in a file that is written in the background. JavaFX thread.
final class KeptWindowState implements WindowState {
    private static final System.Logger LOG = System.getLogger(KeptWindowState.class.getName());

    private final WindowFile file;
    private final Map<String, String> texts;
    private final Map<String, String> changed = new HashMap<>();
    private final Lane<Map<String, String>, Boolean> writing;

    /// @param texts what the file holds
    KeptWindowState(WindowFile file, Map<String, String> texts, Background background) {
        this.file = file;
        this.texts = new HashMap<>(texts);
        this.writing = background.lane(this::write, _ -> {});
    }

    @Override
    public String get(String name) {
        return texts.getOrDefault(name, "");
    }

    @Override
    public void put(String name, String text) {
        texts.put(name, text);
        changed.put(name, text);
        writing.submit(Map.copyOf(changed));
    }

    private boolean write(Map<String, String> all) {
        try {
            file.write(all);
            return true;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.INFO, "not remembered: " + e.getMessage());
            return false;
        }
    }
}
