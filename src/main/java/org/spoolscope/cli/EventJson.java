package org.spoolscope.cli;

import java.util.Locale;
import org.spoolscope.postfix.log.LogField;
import org.spoolscope.postfix.log.LogLine;

/// Events as JSON Lines, with the names of `commands`.
final class EventJson implements EventReport {
    private static final LogField[] ADDRESSES = {
        LogField.ID, LogField.NEW_ID, LogField.ORIG_ID, LogField.FROM, LogField.TO, LogField.ORIG_TO
    };
    private static final LogField[] DIALOGUE = {
        LogField.SASL_METHOD, LogField.SASL_USERNAME, LogField.HELO, LogField.PROTO
    };
    private static final LogField[] OUTCOME = {
        LogField.TLS, LogField.DSN, LogField.STATUS, LogField.REASON
    };
    private static final LogField[] WORDS = {LogField.ACTION, LogField.STAGE};
    private static final LogField[] STAGES = {
        LogField.DELAY_A, LogField.DELAY_B, LogField.DELAY_C, LogField.DELAY_D
    };

    private final JsonLines json;

    EventJson(JsonLines json) {
        this.json = json;
    }

    @Override
    public void add(LogLine line) {
        json.line(members -> write(members, line));
    }

    @Override
    public void end() {}

    private static void write(JsonLines.Members members, LogLine line) {
        members.precise("time", line.time());
        texts(members, line, LogField.HOST, LogField.PROGRAM);
        number(members, line, LogField.PID);
        members.text("event", line.event().label());
        texts(members, line, ADDRESSES);
        number(members, line, LogField.SIZE);
        number(members, line, LogField.NRCPT);
        texts(members, line, LogField.MESSAGE_ID);
        number(members, line, LogField.UID);
        object(
                members,
                line,
                "client",
                LogField.CLIENT_NAME,
                LogField.CLIENT_IP,
                LogField.CLIENT_PORT);
        texts(members, line, DIALOGUE);
        object(members, line, "relay", LogField.RELAY_HOST, LogField.RELAY_IP, LogField.RELAY_PORT);
        number(members, line, LogField.CONN_USE);
        delay(members, line);
        texts(members, line, OUTCOME);
        object(
                members,
                line,
                "remote",
                LogField.REMOTE_HOST,
                LogField.REMOTE_IP,
                LogField.REMOTE_CODE,
                LogField.REMOTE_DSN,
                LogField.REMOTE_TEXT,
                LogField.REMOTE_COMMAND);
        texts(members, line, WORDS);
        number(members, line, LogField.CODE);
        texts(members, line, LogField.SEVERITY, LogField.TEXT);
    }

    private static void delay(JsonLines.Members members, LogLine line) {
        long delay = line.delayMicros(LogField.DELAY);
        if (delay >= 0) {
            members.seconds("delay", delay);
        }
        long[] stages = new long[STAGES.length];
        boolean whole = true;
        for (int i = 0; i < stages.length; i++) {
            stages[i] = line.delayMicros(STAGES[i]);
            whole &= stages[i] >= 0;
        }
        if (whole) {
            members.seconds("delays", stages);
        }
    }

    private static void texts(JsonLines.Members members, LogLine line, LogField... fields) {
        for (LogField field : fields) {
            members.text(name(field), line.text(field));
        }
    }

    private static void number(JsonLines.Members members, LogLine line, LogField field) {
        long value = line.number(field, -1);
        if (value >= 0) {
            members.number(name(field), value);
        }
    }

    /// An object's members are called as the fields without what they have in common.
    private static void object(
            JsonLines.Members members, LogLine line, String name, LogField... fields) {
        boolean any = false;
        for (LogField field : fields) {
            any |= line.has(field);
        }
        if (!any) {
            return;
        }
        members.object(
                name,
                object -> {
                    for (LogField field : fields) {
                        String member = name(field).substring(name.length() + 1);
                        if (member.equals("port") || member.equals("code")) {
                            long value = line.number(field, -1);
                            if (value >= 0) {
                                object.number(member, value);
                            }
                        } else {
                            object.text(member, line.text(field));
                        }
                    }
                });
    }

    private static String name(LogField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
