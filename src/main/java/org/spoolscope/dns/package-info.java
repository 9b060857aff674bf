/// Questions to the DNS, and what the answers mean: blocklists with their control probes, and the
/// records that a mail server is judged by. The only importer of `org.xbill`.
///
/// Imports: model, dnsjava. How a resolver is reached (a socket, a channel of an SSH connection, a
/// program on the server) is behind [DnsClient]. Threading: see each type; no thread is made here
/// but by dnsjava.
@NullMarked
package org.spoolscope.dns;

import org.jspecify.annotations.NullMarked;
