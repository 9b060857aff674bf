package org.spoolscope.cli;

import java.util.List;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Sentence;
import org.spoolscope.model.Trouble;
import org.spoolscope.model.Wording;
import org.spoolscope.model.Words;
import org.spoolscope.postfix.filter.FilterSyntaxException;

/// A command can't go on: the exit status, and what to tell the person.
public final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient List<DisplayText> lines;

    Failure(int status, List<DisplayText> lines) {
        super(String.valueOf(lines));
        this.status = status;
        this.lines = List.copyOf(lines);
    }

    static Failure usage(String key, Object... arguments) {
        return new Failure(ExitStatus.USAGE, List.of(Words.get(key, arguments)));
    }

    static Failure link(String server, LinkFailure failure) {
        return new Failure(ExitStatus.NOT_CONNECTED, lines(server, Wording.of(failure)));
    }

    int status() {
        return status;
    }

    /// What happened, then what to do about it.
    public List<DisplayText> lines() {
        return lines;
    }

    static List<DisplayText> lines(String server, Sentence sentence) {
        return List.of(Words.get("cli.about", server, sentence.headline()), sentence.advice());
    }

    /// What a trouble that keeps a queue from being listed means to a script.
    static int status(Trouble trouble) {
        return trouble instanceof Trouble.ListingNotAllowed
                ? ExitStatus.NOT_ALLOWED
                : ExitStatus.BAD;
    }

    /// A mistake in a filter, with a mark below its column.
    static Failure filter(String text, FilterSyntaxException mistake) {
        String before = text.substring(0, Math.min(text.length(), mistake.column() - 1));
        String caret = " ".repeat(DisplayWidth.of(DisplayText.of(before))) + "^";
        return new Failure(
                ExitStatus.USAGE,
                List.of(
                        Words.get("cli.filter.wrong", mistake.column(), mistake.sentence()),
                        DisplayText.of("  " + text),
                        DisplayText.of("  " + caret)));
    }
}
