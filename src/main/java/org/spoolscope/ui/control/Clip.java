package org.spoolscope.ui.control;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.spoolscope.model.DisplayText;

/// The clipboard, which takes safe text only: it may be pasted into a terminal. What is hidden on
/// the screen is hidden here, too.
public final class Clip {
    private Clip() {}

    /// One text.
    public static void put(DisplayText text) {
        put(AddressHiding.now(text));
    }

    /// Lines under each other. The last one has no end: in a terminal that would run it.
    public static void putLines(List<DisplayText> lines) {
        put(lines.stream().map(AddressHiding::now).collect(Collectors.joining("\n")));
    }

    private static void put(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
