package org.spoolscope.lab;

import java.util.List;

/// One figure of a page beside what the tools say of it.
///
/// @param shown as it stands on the page
/// @param told before and after the page was read
record ComparedFigure(String figure, String shown, String told, boolean same) {
    static ComparedFigure of(String figure, String shown, Bounds stands, Bounds told) {
        return new ComparedFigure(figure, shown, told.toString(), stands.meets(told));
    }

    static ComparedFigure of(String figure, String shown, String told) {
        return new ComparedFigure(figure, shown, told, shown.equals(told));
    }

    /// A row each.
    static String table(List<ComparedFigure> all) {
        StringBuilder table = new StringBuilder();
        for (ComparedFigure one : all) {
            table.append(
                    String.format(
                            "  %-44s %-26s %-26s %s%n",
                            one.figure, one.shown, one.told, one.same ? "same" : "DIFFERS"));
        }
        return table.toString();
    }
}
