package org.spoolscope.dns.deliverability;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.spoolscope.model.deliverability.Finding;

/// One check of one subject.
interface DnsCheck {
    /// What was found: at least one finding. It never fails because of what the DNS says.
    CompletableFuture<List<Finding>> run(Lookups dns);
}
