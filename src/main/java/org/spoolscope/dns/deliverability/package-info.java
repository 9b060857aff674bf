/// What the DNS says of a mail server that sends: reverse names, HELO, MX, SPF, DKIM, DMARC,
/// MTA-STS, TLS-RPT. The only importer of jSPF (`org.apache.james.jspf`).
///
/// Imports: model, dns, jSPF. Asks through [org.spoolscope.dns.DnsClient] only, whichever way the
/// resolver is reached. What the DNS did not answer is unknown: never good, never bad. Threading:
/// no thread is made; what is done happens on the threads that ask and that answer.
@NullMarked
package org.spoolscope.dns.deliverability;

import org.jspecify.annotations.NullMarked;
