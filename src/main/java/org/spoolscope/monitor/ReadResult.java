package org.spoolscope.monitor;

import org.spoolscope.model.LinkFailure;
import org.spoolscope.postfix.PostcatReply;

/// What came of reading a message on a server.
public sealed interface ReadResult {
    /// There is no open connection to the server, or it is not watched.
    record NoLink() implements ReadResult {}

    /// The link was lost meanwhile.
    record Lost(LinkFailure failure) implements ReadResult {}

    /// The server answered.
    record Answered(PostcatReply reply) implements ReadResult {}
}
