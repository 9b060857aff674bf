package org.spoolscope.ui.filter;

import java.util.List;
import org.spoolscope.model.DisplayText;
import org.spoolscope.postfix.filter.Completion;

/// What one page's filter can ask about, in words.
///
/// @param name what a screen reader calls the box
/// @param prompt shown while it is empty
/// @param words what a bare word is looked for in
/// @param example shown in the help
/// @param keys in the order in which they are offered
public record FilterLanguage(
        DisplayText name,
        DisplayText prompt,
        DisplayText words,
        DisplayText example,
        List<Completion> keys) {
    public FilterLanguage {
        keys = List.copyOf(keys);
    }
}
