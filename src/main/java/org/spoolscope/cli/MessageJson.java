package org.spoolscope.cli;

import java.time.Instant;
import java.util.Map;
import org.spoolscope.model.QueuedMessage;
import org.spoolscope.postfix.schedule.Forecast;
import org.spoolscope.postfix.schedule.Outlook;
import org.spoolscope.postfix.schedule.Prospect;

/// One JSON object per message.
///
/// `next_attempt` and `expires` are objects with the moments `earliest` and `latest`; what may
/// happen at any moment from now on has no `earliest`. Both are missing where they can't be told:
/// for mail that is under way, and for mail on hold, which is neither tried nor expires.
///
/// @param server its configured name
/// @param outlooks by the names of the instances; without one, nothing is told of what is ahead
/// @param now what that is told at
record MessageJson(String server, JsonLines json, Map<String, Outlook> outlooks, Instant now)
        implements QueueReport {
    private static final String DEFAULT_INSTANCE = "-";

    @Override
    public void add(QueuedMessage message) {
        json.line(line -> {
            String instance = message.instance();
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
                    .flag("forced_expire", message.forcedExpire());
            Outlook outlook = outlooks.get(instance);
            if (outlook != null) {
                Prospect prospect = outlook.of(message, now);
                add(line, "next_attempt", prospect.nextAttempt(), prospect);
                add(line, "expires", prospect.comesBack(), prospect);
            }
        });
    }

    private static void add(
            JsonLines.Members line, String name, Forecast forecast, Prospect prospect) {
        if (forecast instanceof Forecast.Between(Instant earliest, Instant latest)) {
            line.object(
                    name,
                    range ->
                            range.time(
                                            "earliest",
                                            earliest.isAfter(prospect.now()) ? earliest : null)
                                    .time("latest", latest));
        }
    }

    @Override
    public void end() {}
}
