package org.spoolscope.ui.control;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.spoolscope.model.DisplayText;

/// The clipboard, which takes safe text only: it may be pasted into a terminal.
public final class Clip {
    private Clip() {}

    public static void put(DisplayText text) {
        put(text.toString());
    }

    /// Lines under each other; each must be safe already.
    public static void putLines(Iterable<DisplayText> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        put(text.toString());
    }

    private static void put(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
