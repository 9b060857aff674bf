package org.spoolscope.ui.log;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.spoolscope.model.DisplayText;
import org.spoolscope.ui.control.Clip;

/// What the keys do in the list of lines.
final class LineKeys {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ALL =
            new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    /// So many lines go onto the clipboard; more would hold up the window.
    private static final int MOST_COPIED = 50_000;

    private LineKeys() {}

    static void pressed(KeyEvent event, LineList list) {
        if (COPY.match(event)) {
            copy(list);
        } else if (ALL.match(event)) {
            list.selectAll();
        } else if (event.isShortcutDown() || event.isAltDown() || !moves(event, list)) {
            return;
        }
        event.consume();
    }

    private static boolean moves(KeyEvent event, LineList list) {
        boolean extend = event.isShiftDown();
        switch (event.getCode()) {
            case UP -> list.move(-1, extend);
            case DOWN -> list.move(1, extend);
            case PAGE_UP -> list.move(-list.inView(), extend);
            case PAGE_DOWN -> list.move(list.inView(), extend);
            case HOME -> list.move(Integer.MIN_VALUE, extend);
            case END -> end(list, extend);
            case SPACE -> list.following().set(!list.following().get());
            case ENTER -> list.open();
            case ESCAPE -> list.clearSelection();
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void end(LineList list, boolean extend) {
        if (extend) {
            list.move(Integer.MAX_VALUE, true);
        } else {
            list.clearSelection();
            list.following().set(true);
        }
    }

    /// The selected lines as they were logged, made safe.
    static void copy(LineList list) {
        LineSelection selection = list.selection();
        if (selection.isEmpty()) {
            return;
        }
        List<DisplayText> lines = new ArrayList<>();
        long end = Math.min(selection.last() + 1, selection.first() + MOST_COPIED);
        for (long position = selection.first(); position < end; position++) {
            lines.add(list.whole(position));
        }
        Clip.putLines(lines);
    }
}
