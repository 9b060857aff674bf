/// What blocklists say of an address or a domain, and whether it can be believed (RFC 5782):
/// control probes, return codes, caching, and politeness towards those who run the lists.
///
/// Imports: model, dns. Threading: a [org.spoolscope.dns.blocklist.BlocklistChecker] is for any
/// thread; what it answers is completed by the thread of its [org.spoolscope.dns.DnsClient].
@NullMarked
package org.spoolscope.dns.blocklist;

import org.jspecify.annotations.NullMarked;
