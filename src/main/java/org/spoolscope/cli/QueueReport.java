package org.spoolscope.cli;

import org.spoolscope.model.QueuedMessage;

/// What `queue` makes of the messages, one after the other as they are listed.
interface QueueReport {
    void add(QueuedMessage message);

    /// Everything has been listed.
    void end();
}
