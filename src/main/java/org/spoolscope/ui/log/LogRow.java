package org.spoolscope.ui.log;

import org.spoolscope.model.DisplayText;

/// One row as it is shown.
///
/// @param ref where it comes from
/// @param time in the person's zone; empty where the line has none
/// @param server as configured
/// @param program without Postfix's own name before it
/// @param id empty where the line has none
/// @param text the message without its id, or what is said of a gap
/// @param gap whether this stands for lines that are lost
record LogRow(
        long ref,
        DisplayText time,
        DisplayText server,
        Outcome outcome,
        DisplayText word,
        DisplayText program,
        DisplayText id,
        DisplayText text,
        boolean gap) {}
