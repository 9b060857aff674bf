package org.spoolscope.dns.deliverability;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSService;

/// What jSPF's terms want to know of the resolver besides its answers. The questions themselves are
/// asked by [SpfEvaluation], so that jSPF never waits and never asks by itself.
final class SpfDns implements DNSService {
    private static final int MOST_NAMES = 10;

    @Override
    public List<String> getRecords(DNSRequest request) {
        throw new IllegalStateException("jSPF asked by itself");
    }

    @Override
    public CompletionStage<List<String>> getRecordsAsync(DNSRequest request) {
        throw new IllegalStateException("jSPF asked by itself");
    }

    /// The receiver's own name, for `%{r}`: nobody's.
    @Override
    public List<String> getLocalDomainNames() {
        return List.of("unknown");
    }

    @Override
    public void setTimeOut(int seconds) {
        // The client that asks has its own time limit.
    }

    @Override
    public int getRecordLimit() {
        return MOST_NAMES;
    }

    @Override
    public void setRecordLimit(int limit) {
        // It is RFC 7208's.
    }
}
