package org.spoolscope.ui.queue;

import java.util.ArrayList;
import java.util.List;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.monitor.ReadResult;
import org.spoolscope.postfix.PostcatReply;

/// A part of a queued message, as far as it is read.
sealed interface Content {
    /// Longer lines are shown as several.
    int LONGEST_LINE = 1_000;

    /// Not asked for yet.
    record None() implements Content {}

    /// On its way.
    record Reading() implements Content {}

    /// Read.
    ///
    /// @param cut whether there is more than is read
    record Lines(List<DisplayText> lines, boolean cut) implements Content {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /// The account may not read it.
    ///
    /// @param grant the line that would let it
    record Refused(Sentence why, DisplayText grant) implements Content {}

    /// It could not be read.
    record Failed(Sentence why) implements Content {}

    static Content of(ReadResult result) {
        return switch (result) {
            case ReadResult.NoLink _ -> new Failed(sentence("queue.content.no-link"));
            case ReadResult.Lost lost -> new Failed(Wording.of(lost.failure()));
            case ReadResult.Answered(PostcatReply reply) ->
                    switch (reply) {
                        case PostcatReply.Read(String text, boolean cut) ->
                                new Lines(lines(text), cut);
                        case PostcatReply.Gone _ -> new Failed(sentence("queue.content.gone"));
                        case PostcatReply.Failed(DisplayText said) ->
                                new Failed(new Sentence(Words.get("queue.content.failed"), said));
                        case PostcatReply.Refused(DisplayText said, String grant) ->
                                new Refused(
                                        new Sentence(Words.get("queue.content.refused"), said),
                                        DisplayText.of(grant));
                    };
        };
    }

    private static Sentence sentence(String key) {
        return new Sentence(Words.get(key), Words.get(key + ".advice"));
    }

    /// What a stranger wrote, made harmless line by line.
    private static List<DisplayText> lines(String text) {
        List<DisplayText> lines = new ArrayList<>();
        for (String line : text.stripTrailing().split("\n", -1)) {
            int from = 0;
            while (line.length() - from > LONGEST_LINE) {
                int to = from + LONGEST_LINE;
                to -= Character.isLowSurrogate(line.charAt(to)) ? 1 : 0;
                lines.add(DisplayText.of(line.substring(from, to)));
                from = to;
            }
            lines.add(DisplayText.of(line.substring(from)));
        }
        return lines;
    }
}
