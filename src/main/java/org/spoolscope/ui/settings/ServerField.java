package org.spoolscope.ui.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.model.Words;

/// A field of the server form: how it reads a server, and what is wrong with what was typed.
public enum ServerField {
    NAME,
    HOST,
    USER,
    PORT,
    IDENTITY,
    INSTANCE,
    LOG,
    TAGS;

    private static final int MAX_LENGTH = 255;
    private static final int MAX_PORT = 65_535;
    private static final Pattern HOST_SHAPE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:%-]*");
    private static final Pattern ACCOUNT_SHAPE = Pattern.compile("[A-Za-z0-9_.][A-Za-z0-9_.@+$-]*");
    private static final Pattern INSTANCE_SHAPE = Pattern.compile("-|[A-Za-z0-9_.][A-Za-z0-9_.-]*");
    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    private final String key = "settings.field." + name().toLowerCase(Locale.ROOT);

    /// `server-name`, …: the id of its control.
    public String id() {
        return "server-" + name().toLowerCase(Locale.ROOT);
    }

    public DisplayText label() {
        return Words.get(key);
    }

    /// An example, shown while the field is empty.
    public DisplayText example() {
        return Words.get(key + ".example");
    }

    /// What a server says for this field; empty when it says nothing.
    String of(ServerConfig server) {
        return switch (this) {
            case NAME -> server.name();
            case HOST -> server.host();
            case USER -> orEmpty(server.user());
            case PORT -> orEmpty(server.port());
            case IDENTITY -> orEmpty(server.identity());
            case INSTANCE -> orEmpty(server.instance());
            case LOG -> orEmpty(server.log());
            case TAGS -> String.join(", ", server.tags());
        };
    }

    /// What is wrong with the text, in words; empty when nothing is.
    ///
    /// @param taken names that other servers have
    DisplayText problem(String typed, Set<String> taken) {
        String text = typed.strip();
        if (text.isEmpty()) {
            return this == NAME || this == HOST ? wrong("missing") : DisplayText.EMPTY;
        }
        if (text.length() > MAX_LENGTH || !DisplayText.of(text).toString().equals(text)) {
            return Words.get("settings.field.unprintable");
        }
        return switch (this) {
            case NAME -> taken.contains(text) ? wrong("taken", text) : DisplayText.EMPTY;
            case HOST -> hostProblem(text);
            case USER -> unless(ACCOUNT_SHAPE, text);
            case PORT -> isPort(text) ? DisplayText.EMPTY : wrong("wrong");
            case IDENTITY -> text.endsWith(".pub") ? wrong("public") : DisplayText.EMPTY;
            case INSTANCE -> unless(INSTANCE_SHAPE, text);
            case LOG -> text.startsWith("/") ? DisplayText.EMPTY : wrong("wrong");
            case TAGS -> DisplayText.EMPTY;
        };
    }

    static List<String> tags(String typed) {
        return Arrays.stream(SEPARATORS.split(typed.strip()))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    private DisplayText hostProblem(String text) {
        int at = text.indexOf('@');
        if (at >= 0) {
            return wrong("account", text.substring(0, at));
        }
        int colon = text.indexOf(':');
        if (colon >= 0 && colon == text.lastIndexOf(':')) {
            return wrong("port", text.substring(colon + 1));
        }
        return unless(HOST_SHAPE, text);
    }

    private DisplayText unless(Pattern shape, String text) {
        return shape.matcher(text).matches() ? DisplayText.EMPTY : wrong("wrong");
    }

    private DisplayText wrong(String what, Object... arguments) {
        return Words.get(key + "." + what, arguments);
    }

    private static boolean isPort(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return false;
        }
        int port = Integer.parseInt(text);
        return port >= 1 && port <= MAX_PORT;
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
