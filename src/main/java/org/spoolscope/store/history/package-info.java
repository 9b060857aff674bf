/// What is remembered of the past: counts by minute, the position in the log up to which they
/// count, and gaps. No log lines, no addresses. One SQLite file; the only importer of `java.sql`
/// and `org.sqlite`.
///
/// Imports `model` only. Threading: [org.spoolscope.store.history.MailHistory] may be used from any
/// thread and blocks for the disk.
@NullMarked
package org.spoolscope.store.history;

import org.jspecify.annotations.NullMarked;
