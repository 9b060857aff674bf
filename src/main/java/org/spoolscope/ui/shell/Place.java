package org.spoolscope.ui.shell;

/// Where the person is.
public sealed interface Place {
    record FleetOverview() implements Place {}

    /// The queue of all servers that are not filtered out.
    ///
    /// @param filter in the filter language, as typed; may be empty
    record Queue(String filter) implements Place {}

    record Server(String name) implements Place {}
}
