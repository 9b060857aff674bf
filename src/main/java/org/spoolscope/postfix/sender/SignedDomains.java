package org.spoolscope.postfix.sender;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spoolscope.model.deliverability.MailIdentity.Selector;

/// With which DKIM selectors a server signs, as OpenDKIM says in the mail log: `opendkim[811]:
/// 3A9B720C620: DKIM-Signature field added (s=mail, d=example.org)` (opendkim.c, `SyslogSuccess`).
/// rspamd and amavis say nothing of the kind. Bounded. Used by one thread.
public final class SignedDomains {
    private static final int MOST = 64;
    private static final String MARK = "DKIM-Signature field added (s=";
    private static final Pattern SELECTOR =
            Pattern.compile(
                    Pattern.quote(MARK) + "([A-Za-z0-9._-]{1,63}), d=([A-Za-z0-9._-]{1,253})\\)");

    private final Set<Selector> selectors = new LinkedHashSet<>();

    /// The next line of the log, whoever wrote it.
    public void add(String line) {
        if (selectors.size() < MOST && line.contains(MARK)) {
            Matcher matcher = SELECTOR.matcher(line);
            if (matcher.find()) {
                selectors.add(new Selector(matcher.group(1), matcher.group(2)));
            }
        }
    }

    /// In the order in which they were first seen.
    public List<Selector> selectors() {
        return List.copyOf(selectors);
    }
}
