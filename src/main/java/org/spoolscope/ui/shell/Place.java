package org.spoolscope.ui.shell;

/// Where the person is.
public sealed interface Place {
    record FleetOverview() implements Place {}

    /// The queue of all servers that are not filtered out.
    ///
    /// @param filter in the filter language, as typed; may be empty
    record Queue(String filter) implements Place {}

    record Server(String name) implements Place {
        @Override
        public boolean isOf(String server) {
            return name.equals(server);
        }
    }

    /// The lines of the log.
    ///
    /// @param server its name, or empty for all servers
    /// @param filter in the filter language, as typed; may be empty
    record Log(String server, String filter) implements Place {
        @Override
        public boolean isOf(String name) {
            return server.equals(name);
        }
    }

    /// One message's journey.
    ///
    /// @param server where to look for it, or empty for all servers
    /// @param term a queue id, Message-ID or address; empty while there is none to look for
    record Message(String server, String term) implements Place {
        @Override
        public boolean isOf(String name) {
            return server.equals(name);
        }
    }

    /// What becomes of the mail, per destination.
    ///
    /// @param server its name, or empty for all servers
    record Destinations(String server) implements Place {
        @Override
        public boolean isOf(String name) {
            return server.equals(name);
        }
    }

    /// What the blocklists say of the addresses.
    ///
    /// @param server its name, or empty for all servers
    record Blocklists(String server) implements Place {
        @Override
        public boolean isOf(String name) {
            return server.equals(name);
        }
    }

    /// What the DNS says of a server's addresses, names and domains.
    ///
    /// @param server its name, or empty for the one that was looked at last
    record Deliverability(String server) implements Place {
        @Override
        public boolean isOf(String name) {
            return server.equals(name);
        }
    }

    /// Everything ever done from here.
    record Actions() implements Place {}

    /// Whether this is a place of one server only, that one.
    default boolean isOf(String server) {
        return false;
    }
}
