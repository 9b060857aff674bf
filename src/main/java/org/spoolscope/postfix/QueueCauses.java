package org.spoolscope.postfix;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.postfix.cause.CauseRules.Verdict;
import org.spoolscope.postfix.cause.HostName;

/// Tells why queued messages wait. Remembers what it was asked: for one pass on one thread.
public final class QueueCauses {
    private final Judgement judgement;
    private final Map<String, Told> byReason = new HashMap<>();
    private final Map<String, String> byDomain = new HashMap<>();

    private record Told(Verdict verdict, String relay) {}

    public QueueCauses(Judgement judgement) {
        this.judgement = judgement;
    }

    /// The key of a recipient's cause, see [QueueCause#key()].
    ///
    /// @param domain the recipient's
    String key(String domain, String reason) {
        return cause(domain, reason).key();
    }

    /// The cause of a recipient's waiting.
    ///
    /// @param domain the recipient's
    public QueueCause cause(String domain, String reason) {
        Told told = byReason.computeIfAbsent(reason, this::tell);
        return new QueueCause(
                told.verdict().kind(), told.verdict().list(), who(domain, told.relay()));
    }

    private Told tell(String reason) {
        return new Told(judgement.causes().verdict(reason), ReasonText.of(reason).relay());
    }

    private String who(String domain, String relay) {
        String known = byDomain.computeIfAbsent(domain, _ -> text(judgement.provider(domain, "")));
        String provider = known.isEmpty() ? text(judgement.provider("", relay)) : known;
        if (!provider.isEmpty()) {
            return provider;
        }
        byte[] host = relay.getBytes(StandardCharsets.UTF_8);
        int from = HostName.domain(host, 0, host.length);
        return relay.isEmpty()
                ? domain
                : new String(host, from, host.length - from, StandardCharsets.UTF_8);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
