package org.spoolscope.ui.server;

import java.util.List;
import java.util.Locale;
import org.spoolscope.model.DisplayText;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.Words;

/// What a person can do about what is the matter, from its notice.
enum Remedy {
    ACCEPT_KEY,
    ENTER_PASSPHRASE,
    EDIT,
    TRY_AGAIN,
    BLOCKLISTS;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    DisplayText label() {
        return Words.get("server.remedy." + key);
    }

    /// Of its button.
    String id() {
        return "server-" + key;
    }

    /// The likeliest first.
    static List<Remedy> of(LinkFailure failure) {
        return switch (failure) {
            case LinkFailure.HostKeyUnknown _ -> List.of(ACCEPT_KEY);
            case LinkFailure.PassphraseNeeded _ -> List.of(ENTER_PASSPHRASE);
            case LinkFailure.AuthenticationRefused _, LinkFailure.NoIdentity _ ->
                    List.of(EDIT, TRY_AGAIN);
            case LinkFailure.HostKeyChanged _,
                    LinkFailure.HostKeyRevoked _,
                    LinkFailure.KnownHostsUnreadable _,
                    LinkFailure.NotReached _,
                    LinkFailure.Lost _ ->
                    List.of(TRY_AGAIN);
        };
    }
}
