package org.spoolscope.ssh;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.ClientFactoryManager;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSessionImpl;
import org.apache.sshd.client.session.SessionFactory;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.threads.ThreadUtils;
import org.apache.sshd.core.CoreModuleProperties;

/// Makes MINA's client with none of the defaults that would hurt here.
final class ClientSetup {
    /// MINA's loggers, those that it names after our subclasses too. Held strongly, as
    /// java.util.logging forgets loggers that nobody holds.
    private static final List<Logger> MINA =
            List.of(Logger.getLogger("org.apache.sshd"), Logger.getLogger("org.spoolscope.ssh"));

    private ClientSetup() {}

    /// Starts a client. Its threads are daemons.
    ///
    /// @param connectTimeout after which a TCP connection that nobody waits for is given up
    static SshClient start(Duration connectTimeout) {
        quiet();
        SshClient client =
                ClientBuilder.builder()
                        .keyExchangeFactories(Algorithms.keyExchanges())
                        .cipherFactories(Algorithms.ciphers())
                        .macFactories(Algorithms.macs())
                        .compressionFactories(Algorithms.compressions())
                        .signatureFactories(Algorithms.signatures())
                        .channelFactories(List.of())
                        .hostConfigEntryResolver(HostConfigEntryResolver.EMPTY)
                        .filePasswordProvider(FilePasswordProvider.EMPTY)
                        .serverKeyVerifier(RejectAllServerKeyVerifier.INSTANCE)
                        .build();
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        client.setScheduledExecutorService(timer(), true);
        client.setSessionFactory(
                new SessionFactory(client) {
                    @Override
                    protected ClientSessionImpl doCreateSession(IoSession io) throws Exception {
                        return new WatchedSession(getClient(), io);
                    }
                });
        // Each TCP connection that is being made blocks one of MINA's I/O threads: from a fixed
        // pool
        // a few dead servers would take the threads of all live ones.
        client.setIoServiceFactoryFactory(
                new Nio2ServiceFactoryFactory(() -> ThreadUtils.newCachedThreadPool("ssh-io")));
        configure(client);
        CoreModuleProperties.IO_CONNECT_TIMEOUT.set(client, connectTimeout);
        client.start();
        return client;
    }

    private static void configure(ClientFactoryManager client) {
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, Duration.ZERO);
        CoreModuleProperties.REQUEST_EXEC_REPLY.set(client, true);
        CoreModuleProperties.ABORT_ON_INVALID_CERTIFICATE.set(client, false);
        // How long a command may leave its input unread is its budget's business.
        CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(client, Duration.ofDays(365));
        CoreModuleProperties.CLIENT_IDENTIFICATION.set(client, "Spoolscope");
    }

    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("ssh-timer").factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    /// A server that can't be reached is no news for a log: it is shown. Whoever wants MINA's own
    /// words sets a level for these loggers.
    static void quiet() {
        for (Logger logger : MINA) {
            if (logger.getLevel() == null) {
                logger.setLevel(Level.OFF);
            }
        }
    }
}
