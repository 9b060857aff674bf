package org.spoolscope.model;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/// Every sentence and label that Spoolscope says, from one bundle (`words.properties`), so that the
/// window and the command line say the same thing in the same words.
///
/// In a pattern `{0}`, `{1}`… stand for the arguments. Arguments are foreign until proved
/// otherwise: they pass through [DisplayText#of].
public final class Words {
    private static final ResourceBundle BUNDLE =
            ResourceBundle.getBundle("org.spoolscope.words", Locale.ROOT);

    private Words() {}

    /// The text for a key.
    ///
    /// @throws java.util.MissingResourceException for a key that the bundle lacks: a bug
    public static DisplayText get(String key, Object... arguments) {
        String pattern = BUNDLE.getString(key);
        if (arguments.length == 0) {
            return DisplayText.of(pattern);
        }
        StringBuilder out = new StringBuilder(pattern.length() + 32);
        Set<String> people = new LinkedHashSet<>();
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            int index = Integer.parseInt(pattern, open + 1, close, 10);
            DisplayText argument =
                    arguments[index] instanceof DisplayText text
                            ? text
                            : DisplayText.of(String.valueOf(arguments[index]));
            out.append(pattern, from, open).append(argument);
            people.addAll(argument.people());
            from = close + 1;
        }
        return DisplayText.of(out.append(pattern, from, pattern.length()).toString())
                .naming(people);
    }
}
