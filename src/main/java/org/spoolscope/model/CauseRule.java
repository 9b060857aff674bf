package org.spoolscope.model;

import java.util.List;

/// One rule that says what a refusal or deferral comes down to, as it stands in `causes.toml`: all
/// conditions that it has must hold.
///
/// @param kind what it comes down to
/// @param list the blocklist that such replies name, or empty
/// @param all texts that must all be in the reason
/// @param any texts of which one must be in it
/// @param none texts that must not be in it
/// @param codes SMTP reply codes, `x` for any digit: `45x`
/// @param statuses enhanced status codes, `*` for any part: `5.7.*`
/// @param hosts domains of the host that answered; names below them fit, too
public record CauseRule(
        CauseClass kind,
        String list,
        List<String> all,
        List<String> any,
        List<String> none,
        List<String> codes,
        List<String> statuses,
        List<String> hosts) {
    public CauseRule {
        all = List.copyOf(all);
        any = List.copyOf(any);
        none = List.copyOf(none);
        codes = List.copyOf(codes);
        statuses = List.copyOf(statuses);
        hosts = List.copyOf(hosts);
    }
}
