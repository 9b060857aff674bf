package org.spoolscope.ui.settings;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.spoolscope.model.LinkFailure;
import org.spoolscope.model.ServerConfig;
import org.spoolscope.monitor.ConnectionTest;
import org.spoolscope.store.ConfigException;

/// Servers in memory; connection tests end as told beforehand.
final class TestingRegistry implements ServerRegistry {
    final List<ServerConfig> servers = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    final Deque<ConnectionTest> results = new ArrayDeque<>();
    final CountDownLatch interrupted = new CountDownLatch(1);
    @Nullable String failure;

    @Override
    public List<String> names() {
        return servers.stream().map(ServerConfig::name).toList();
    }

    /// The next result, or, when there is none, waits until it is interrupted.
    @Override
    public ConnectionTest test(ServerConfig server) throws InterruptedException {
        done.add("test " + server.host());
        ConnectionTest result = results.poll();
        if (result != null) {
            return result;
        }
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
        throw new AssertionError();
    }

    @Override
    public void trust(String name, LinkFailure.HostKeyUnknown shown) throws IOException {
        if (failure != null) {
            throw new IOException(failure);
        }
        done.add("trust " + name + " " + shown.fingerprint());
    }

    @Override
    public void passphrase(String keyFile, char[] passphrase) {
        done.add("passphrase " + keyFile + " " + new String(passphrase));
        Arrays.fill(passphrase, '\0');
    }

    @Override
    public void add(ServerConfig server) throws ConfigException {
        fail();
        servers.add(server);
    }

    @Override
    public void replace(String name, ServerConfig server) throws ConfigException {
        fail();
        servers.replaceAll(one -> one.name().equals(name) ? server : one);
    }

    @Override
    public void remove(String name) throws ConfigException {
        fail();
        servers.removeIf(one -> one.name().equals(name));
    }

    private void fail() throws ConfigException {
        if (failure != null) {
            throw new ConfigException(failure);
        }
    }
}
