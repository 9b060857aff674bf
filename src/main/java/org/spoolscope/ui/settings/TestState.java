package org.spoolscope.ui.settings;

import org.spoolscope.monitor.ConnectionTest;

/// Where a connection test stands.
public sealed interface TestState {
    /// Not begun, or cancelled.
    record Idle() implements TestState {}

    record Running() implements TestState {}

    record Ended(ConnectionTest result) implements TestState {}

    /// The key was accepted but could not be put on file.
    record KeyNotSaved(String why) implements TestState {}
}
