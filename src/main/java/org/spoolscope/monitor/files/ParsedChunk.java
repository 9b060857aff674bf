package org.spoolscope.monitor.files;

import org.spoolscope.postfix.summary.PartNotes;

/// A chunk of lines and what was noted of them.
record ParsedChunk(LineChunk lines, PartNotes notes) {}
