package org.spoolscope.monitor.follow;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.LogGap;
import org.spoolscope.postfix.follow.LogPosition;

/// Keeps all that is handed on, in order: lines as they are, gaps as `gap CAUSE LINES`.
class Handed implements LineSink {
    final List<String> all = new ArrayList<>();
    final List<String> troubles = new ArrayList<>();
    LogPosition position = LogPosition.NONE;

    @Override
    public void line(byte[] bytes, int from, int to) {
        all.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
    }

    @Override
    public void gap(LogGap gap) {
        all.add("gap " + gap.cause() + " " + gap.lines());
    }

    @Override
    public void position(LogPosition now) {
        position = now;
    }

    @Override
    public void trouble(String message) {
        troubles.add(message);
    }
}
