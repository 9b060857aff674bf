package org.spoolscope.monitor;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.spoolscope.ssh.Passphrases;

/// Passphrases given in this run, in memory only. Thread-safe.
final class PassphraseVault implements Passphrases, AutoCloseable {
    private final Map<String, char[]> byKeyFile = new HashMap<>();

    /// Takes a copy and wipes `passphrase`.
    synchronized void put(String keyFile, char[] passphrase) {
        char[] old = byKeyFile.put(keyFile, passphrase.clone());
        Arrays.fill(passphrase, '\0');
        wipe(old);
    }

    @Override
    public synchronized char @Nullable [] forKey(String keyFile) {
        char[] known = byKeyFile.get(keyFile);
        return known == null ? null : known.clone();
    }

    @Override
    public synchronized void close() {
        byKeyFile.values().forEach(PassphraseVault::wipe);
        byKeyFile.clear();
    }

    private static void wipe(char @Nullable [] secret) {
        if (secret != null) {
            Arrays.fill(secret, '\0');
        }
    }
}
