package org.spoolscope.model.blocklist;

import java.time.Instant;

/// What one list says of one address at present.
///
/// @param check the latest
/// @param since when it was seen to say so first; the list may have done so before
public record ListStanding(ListCheck check, Instant since) {}
