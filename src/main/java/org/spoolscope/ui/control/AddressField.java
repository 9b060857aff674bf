package org.spoolscope.ui.control;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Skin;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.people.AddressMask;

/// A field whose text may hold addresses of people. While these are hidden, it shows dots for their
/// names, and gives dots away, too; what it filters or looks for stays as it was typed.
final class AddressField extends TextField {
    /// Kept here, since the program holds it weakly.
    private final InvalidationListener hiding = _ -> redraw();

    AddressField() {
        AddressHiding.hidden().addListener(new WeakInvalidationListener(hiding));
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new MaskedSkin(this);
    }

    @Override
    public void copy() {
        IndexRange selected = getSelection();
        if (AddressHiding.hidden().get() && selected.getLength() > 0) {
            String shown = masked(getText());
            Clip.put(DisplayText.of(shown.substring(selected.getStart(), selected.getEnd())));
        } else {
            super.copy();
        }
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        Object told = super.queryAccessibleAttribute(attribute, parameters);
        return attribute == AccessibleAttribute.TEXT && told instanceof String text
                ? masked(text)
                : told;
    }

    /// A skin looks at its text only when that changes; a new one selects all of it.
    private void redraw() {
        int anchor = getAnchor();
        int caret = getCaretPosition();
        setSkin(createDefaultSkin());
        selectRange(anchor, caret);
    }

    private static String masked(@Nullable String text) {
        String shown = text == null ? "" : text;
        return AddressHiding.hidden().get() ? AddressMask.dots(shown) : shown;
    }

    /// A dot for each character, so that the caret stands where it is typed.
    private static final class MaskedSkin extends TextFieldSkin {
        MaskedSkin(TextField field) {
            super(field);
        }

        @Override
        protected String maskText(String text) {
            return masked(text);
        }
    }
}
