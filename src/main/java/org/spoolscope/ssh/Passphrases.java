package org.spoolscope.ssh;

import org.jspecify.annotations.Nullable;

/// Where passphrases of encrypted keys come from. Asked on the connecting thread.
@FunctionalInterface
public interface Passphrases {
    /// Knows none: an encrypted key fails with `PassphraseNeeded`.
    Passphrases NONE = _ -> null;

    /// The passphrase for a key file (absolute path), or null when there is none. The caller wipes
    /// it.
    char @Nullable [] forKey(String keyFile);
}
