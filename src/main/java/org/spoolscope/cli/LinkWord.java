package org.spoolscope.cli;

import org.spoolscope.model.Link;
import org.spoolscope.model.LinkFailure;

/// The state of a link in one word, stable for scripts.
final class LinkWord {
    private LinkWord() {}

    static String of(Link link) {
        return switch (link) {
            case Link.Paused _ -> "paused";
            case Link.Connecting _ -> "connecting";
            case Link.Online _ -> "online";
            case Link.Silent _ -> "silent";
            case Link.Down down -> of(down.failure());
        };
    }

    private static String of(LinkFailure failure) {
        return switch (failure) {
            case LinkFailure.HostKeyUnknown _ -> "host_key_unknown";
            case LinkFailure.HostKeyChanged _ -> "host_key_changed";
            case LinkFailure.HostKeyRevoked _ -> "host_key_revoked";
            case LinkFailure.KnownHostsUnreadable _ -> "known_hosts_unreadable";
            case LinkFailure.AuthenticationRefused _,
                    LinkFailure.PassphraseNeeded _,
                    LinkFailure.NoIdentity _ ->
                    "needs_credentials";
            case LinkFailure.NotReached _ -> "unreachable";
            case LinkFailure.Lost _ -> "lost";
        };
    }
}
