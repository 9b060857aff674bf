package org.spoolscope.cli.generate;

import java.util.List;

/// A page in roff with the macros of man(7), as groff_man(7) and mandoc read them. Texts are made
/// harmless here, so that nothing in them is a request or an escape; the output is ASCII.
final class Roff {
    private final StringBuilder page = new StringBuilder();

    /// The first line.
    ///
    /// @param source what the page belongs to, with its version
    Roff(String title, String section, String source, String manual) {
        request("TH", title, section, "", source, manual);
    }

    Roff section(String heading) {
        return request("SH", heading);
    }

    Roff subsection(String heading) {
        return request("SS", heading);
    }

    Roff paragraph(String text) {
        return request("PP").line(escaped(text));
    }

    /// Something and, indented, what is said of it.
    ///
    /// @param term made by [#bold] and [#italic]
    Roff term(String term, String text) {
        return request("TP").line(term).line(escaped(text));
    }

    /// A line that others are not joined to.
    ///
    /// @param line made by [#bold] and [#italic]
    Roff synopsis(String line) {
        return request("PP").line(line);
    }

    /// Lines as they are, indented.
    Roff example(List<String> lines) {
        request("PP").request("RS", "4").request("nf");
        lines.forEach(line -> line(escaped(line)));
        return request("fi").request("RE");
    }

    /// A line of text that is not escaped.
    Roff line(String text) {
        page.append(text).append('\n');
        return this;
    }

    String text() {
        return page.toString();
    }

    private Roff request(String name, String... arguments) {
        page.append('.').append(name);
        for (String argument : arguments) {
            page.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        page.append('\n');
        return this;
    }

    static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    static String italic(String text) {
        return "\\fI" + escaped(text) + "\\fR";
    }

    /// A hyphen in roff is a minus in a command that is copied from the page: `\-`. At the
    /// beginning of a line, `.` and `'` would make it a request.
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        if (text.startsWith(".") || text.startsWith("'")) {
            out.append("\\&");
        }
        text.codePoints().mapToObj(Roff::escaped).forEach(out::append);
        return out.toString();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '\\' -> "\\e";
            case '-' -> "\\-";
            case '\'' -> "\\(aq";
            case '`' -> "\\(ga";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            case '…' -> "..."; // ASCII terminals have none
            default ->
                    character < 0x80
                            ? Character.toString(character)
                            : "\\[u%04X]".formatted(character);
        };
    }
}
