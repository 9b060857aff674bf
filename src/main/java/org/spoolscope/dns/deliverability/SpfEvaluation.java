package org.spoolscope.dns.deliverability;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.james.jspf.core.DNSLookupContinuation;
import org.apache.james.jspf.core.DNSRequest;
import org.apache.james.jspf.core.DNSResponse;
import org.apache.james.jspf.core.SPF1Utils;
import org.apache.james.jspf.core.SPFChecker;
import org.apache.james.jspf.core.SPFCheckerExceptionCatcher;
import org.apache.james.jspf.core.SPFSession;
import org.apache.james.jspf.core.exceptions.PermErrorException;
import org.apache.james.jspf.core.exceptions.SPFResultException;
import org.apache.james.jspf.core.exceptions.TimeoutException;
import org.apache.james.jspf.executor.SynchronousSPFExecutor;
import org.apache.james.jspf.impl.SPF;
import org.jspecify.annotations.Nullable;
import org.spoolscope.dns.DnsQuestion;
import org.spoolscope.model.IpAddress;
import org.spoolscope.model.Words;

/// Whether an address may send for a domain: `check_host()` of RFC 7208, by jSPF's parser and
/// terms. They say what they want to know and are told; here it is asked, so that nobody waits, and
/// the limits are held that jSPF (made for RFC 4408) does not know: an answer that did not come
/// ends it as a temperror, two terms at most may find nothing, an `mx` term may name ten hosts.
///
/// One evaluation. Threading: one step after the other, on the threads that answer.
final class SpfEvaluation {
    private static final int MOST_VOID = 2;
    private static final int MOST_HOSTS = 10;

    /// What jSPF's `mx` term forgets to take away, so that the next one would take it for its own.
    private static final List<String> LEFT_BEHIND =
            List.of("MXMechanism.checkRecords", "MXMechanism.mxRecords");

    private static final SpfDns DNS = new SpfDns();
    private static final SPF TERMS = new SPF(DNS, new SynchronousSPFExecutor(DNS));

    private final Lookups dns;
    private final SpfSession session;
    private final List<Lookup> lookups = new ArrayList<>();
    private final CompletableFuture<SpfVerdict> verdict = new CompletableFuture<>();
    private int voids;
    private int lastVoidTerm;

    private SpfEvaluation(Lookups dns, IpAddress address, String domain, String helo) {
        this.dns = dns;
        this.session = new SpfSession("postmaster@" + domain, helo, address.toString());
        session.pushChecker(new Bottom());
        session.pushChecker(TERMS);
    }

    /// @param helo what the server says in EHLO, for macros
    static CompletableFuture<SpfVerdict> of(
            Lookups dns, IpAddress address, String domain, String helo) {
        SpfEvaluation evaluation = new SpfEvaluation(dns, address, domain, helo);
        evaluation.goOn(null);
        return evaluation.verdict;
    }

    /// Steps until an answer is waited for, or all is done.
    private void goOn(@Nullable DNSLookupContinuation wanted) {
        DNSLookupContinuation next = wanted;
        while (!verdict.isDone()) {
            if (next == null) {
                next = step();
                continue;
            }
            DNSLookupContinuation asking = next;
            CompletableFuture<Lookup> asked = ask(asking.getRequest());
            if (!asked.isDone()) {
                var _ = asked.thenAccept(lookup -> goOn(told(asking, lookup)));
                return;
            }
            next = told(asking, asked.join());
        }
    }

    private @Nullable DNSLookupContinuation step() {
        return guarded(() -> Objects.requireNonNull(session.popChecker()).checkSPF(session));
    }

    /// Hands on what was answered.
    private @Nullable DNSLookupContinuation told(DNSLookupContinuation asking, Lookup lookup) {
        boolean decided = session.getCurrentResult() != null;
        lookups.add(lookup);
        if (lookup.isUnknown() && !decided) {
            end(SpfVerdict.Result.TEMPERROR, lookup.name() + ": " + lookup.outcome());
            return null;
        }
        if (lookup.isAbsent() && !decided && isOneVoidMore()) {
            end(SpfVerdict.Result.TOO_MANY_VOID, lookup.name());
            return null;
        }
        return guarded(() -> asking.getListener().onDNSResponse(response(lookup), session));
    }

    /// What the evaluation itself asks for first is no term's.
    private boolean isOneVoidMore() {
        if (session.terms() > lastVoidTerm) {
            lastVoidTerm = session.terms();
            voids++;
        }
        return voids > MOST_VOID;
    }

    private CompletableFuture<Lookup> ask(DNSRequest request) {
        if (request.getRecordType() == DNSRequest.MX) {
            LEFT_BEHIND.forEach(session::removeAttribute);
        }
        return switch (request.getRecordType()) {
            case DNSRequest.A -> dns.ask(request.getHostname(), DnsQuestion.Type.A);
            case DNSRequest.AAAA -> dns.ask(request.getHostname(), DnsQuestion.Type.AAAA);
            case DNSRequest.MX -> dns.ask(request.getHostname(), DnsQuestion.Type.MX);
            case DNSRequest.PTR -> dns.ask(request.getHostname(), DnsQuestion.Type.PTR);
            // jSPF looks for the type SPF first, which RFC 7208 3.1 took back.
            default -> dns.ask(request.getHostname(), DnsQuestion.Type.TXT);
        };
    }

    private static DNSResponse response(Lookup lookup) throws PermErrorException {
        if (lookup.isUnknown()) {
            return new DNSResponse(new TimeoutException(lookup.outcome()));
        }
        List<String> values = new ArrayList<>();
        for (String value : lookup.values()) {
            values.add(value(lookup.type(), value));
        }
        if (lookup.type() == DnsQuestion.Type.MX && values.size() > MOST_HOSTS) {
            throw new PermErrorException(Words.get("deliverability.spf.mx-hosts").toString());
        }
        return new DNSResponse(values.isEmpty() ? null : values);
    }

    private static String value(DnsQuestion.Type type, String value) throws PermErrorException {
        if (type == DnsQuestion.Type.MX) {
            return MxCheck.target(value);
        }
        if (type != DnsQuestion.Type.TXT || !SpfRecord.isOne(value)) {
            return value;
        }
        SpfRecord record = new SpfRecord(value);
        if (record.isTooLong()) {
            throw new PermErrorException(Words.get("deliverability.spf.too-long").toString());
        }
        // jSPF takes a record without terms for an error where it is included.
        return record.terms().isEmpty() ? value.strip() + " ?all" : value;
    }

    private @Nullable DNSLookupContinuation guarded(Step step) {
        try {
            try {
                return step.take();
            } catch (SPFResultException e) {
                unwind(e);
            }
        } catch (RuntimeException | StackOverflowError e) {
            // A record that jSPF can't read, and does not say so.
            end(SpfVerdict.Result.PERMERROR, Words.get("deliverability.spf.unreadable").toString());
        }
        return null;
    }

    /// An error goes to whoever is to hear of it: the `include` it happened in, or the bottom.
    private void unwind(SPFResultException error) {
        Exception thrown = error;
        while (thrown != null) {
            SPFChecker catcher = session.popChecker(SPFCheckerExceptionCatcher.class::isInstance);
            if (!(catcher instanceof SPFCheckerExceptionCatcher above)) {
                throw new IllegalStateException("nobody hears of it", thrown);
            }
            try {
                above.onException(thrown, session);
                thrown = null;
            } catch (SPFResultException e) {
                thrown = e;
            }
        }
    }

    private void end(SpfVerdict.Result result, String why) {
        verdict.complete(new SpfVerdict(result, why, lookups));
    }

    private static SpfVerdict.Result result(String name) {
        return SpfVerdict.Result.valueOf(name.toUpperCase(Locale.ROOT));
    }

    @FunctionalInterface
    private interface Step {
        @Nullable DNSLookupContinuation take() throws SPFResultException;
    }

    /// Below all terms: what is left when they are done, and what went wrong on the way.
    private final class Bottom implements SPFChecker, SPFCheckerExceptionCatcher {
        @Override
        public @Nullable DNSLookupContinuation checkSPF(SPFSession spf) {
            String sign = spf.getCurrentResult();
            end(result(SPF1Utils.resultToName(sign == null ? "" : sign)), "");
            return null;
        }

        @Override
        public void onException(Throwable error, SPFSession spf) {
            SpfVerdict.Result result =
                    error instanceof SPFResultException known
                            ? result(known.getResult())
                            : SpfVerdict.Result.PERMERROR;
            boolean many = result == SpfVerdict.Result.PERMERROR && session.hasTooManyTerms();
            end(
                    many ? SpfVerdict.Result.TOO_MANY_LOOKUPS : result,
                    SpfReason.of(String.valueOf(error.getMessage()), lookups));
        }
    }
}
