package org.spoolscope.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What `trace --json` printed, a short line for each message and step.
final class TracedJourneys {
    private TracedJourneys() {}

    /// Attempts that follow one another are sorted: they run side by side.
    ///
    /// For each message `ID OUTCOME`, or `PARENT RELATION ID OUTCOME`; below it its steps, of
    /// attempts `STATUS TO DSN RELAY: REASON`. An attempt without its four delays fails.
    static List<String> of(String json) {
        List<String> lines = new ArrayList<>();
        for (Map<String, Object> message : Json.objects(json)) {
            String parent =
                    message.containsKey("parent")
                            ? message.get("parent") + " " + message.get("relation") + " "
                            : "";
            lines.add(parent + message.get("id") + " " + message.get("outcome"));
            int attempts = lines.size();
            for (Object step : (List<?>) message.getOrDefault("steps", List.of())) {
                boolean isAttempt = ((Map<?, ?>) step).containsKey("status");
                lines.add(step((Map<?, ?>) step));
                if (isAttempt) {
                    lines.subList(attempts, lines.size()).sort(null);
                } else {
                    attempts = lines.size();
                }
            }
        }
        return lines;
    }

    private static String step(Map<?, ?> step) {
        if (!step.containsKey("status")) {
            return String.valueOf(step.get("step"));
        }
        Map<?, ?> delays = (Map<?, ?>) step.get("delays");
        if (delays == null || delays.size() != 4 || !step.containsKey("delay")) {
            throw new AssertionError("no delays: " + step);
        }
        String relay = String.valueOf(step.get("relay"));
        int bracket = relay.indexOf('[');
        return step.get("status")
                + " "
                + step.get("to")
                + " "
                + step.get("dsn")
                + " "
                + (bracket < 0 ? relay : relay.substring(0, bracket))
                + ": "
                + step.get("reason");
    }
}
