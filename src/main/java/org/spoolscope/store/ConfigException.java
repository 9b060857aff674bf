package org.spoolscope.store;

/// A configuration file that can't be used as it stands. The message is one line for people: file,
/// line, what is wrong, what would be right.
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1;

    public ConfigException(String message) {
        super(message);
    }
}
