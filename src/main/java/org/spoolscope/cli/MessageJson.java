package org.spoolscope.cli;

import org.spoolscope.model.QueuedMessage;

/// One JSON object per message.
///
/// @param server its configured name
record MessageJson(String server, JsonLines json) implements QueueReport {
    private static final String DEFAULT_INSTANCE = "-";

    @Override
    public void add(QueuedMessage message) {
        String instance = message.instance();
        json.line(line ->
                line.text("server", server)
                        .text("instance", instance.equals(DEFAULT_INSTANCE) ? null : instance)
                        .text("queue", message.queue().label())
                        .text("id", message.id().value())
                        .time("arrival", message.arrival())
                        .number("size", message.size())
                        .text("sender", message.sender())
                        .objects(
                                "recipients",
                                message.recipients(),
                                (object, recipient) ->
                                        object.text("address", recipient.address())
                                                .text("reason", recipient.reason()))
                        .flag("forced_expire", message.forcedExpire()));
    }

    @Override
    public void end() {}
}
