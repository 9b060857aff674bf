/// What a server knows of the DNS and of itself: its own resolver, asked over its SSH connection or
/// with its own programs, and the addresses that it sends from.
///
/// Imports: dns, host, postfix, ssh, model. Threading: see each type; threads are virtual, named
/// after the server, and end with the connection.
@NullMarked
package org.spoolscope.monitor.lookup;

import org.jspecify.annotations.NullMarked;
