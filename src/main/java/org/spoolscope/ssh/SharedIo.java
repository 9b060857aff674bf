package org.spoolscope.ssh;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.apache.sshd.common.Factory;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.io.IoAcceptor;
import org.apache.sshd.common.io.IoConnector;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoServiceEventListener;
import org.apache.sshd.common.io.IoServiceFactory;
import org.apache.sshd.common.io.IoServiceFactoryFactory;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactory;
import org.apache.sshd.common.util.closeable.SimpleCloseable;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.apache.sshd.common.util.threads.ThreadUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.jspecify.annotations.Nullable;

/// Sockets and timers for all embedded servers of the process, so that fifty of them have as many
/// threads as one. The threads are daemons and live as long as the process.
final class SharedIo extends SimpleCloseable implements IoServiceFactory {
    static final ScheduledExecutorService TIMER =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("embedded-ssh-timer").factory());

    private static final int THREADS = 4;

    private static final IoServiceFactory SOCKETS =
            new Nio2ServiceFactory(
                    configured(new SshServer()),
                    ThreadUtils.newFixedThreadPool("embedded-ssh-io", THREADS),
                    ThreadUtils.newFixedThreadPool("embedded-ssh-resume", 1));

    private @Nullable IoServiceEventListener listener;

    private SharedIo(FactoryManager manager) {
        super(manager, new Object());
    }

    /// What MINA asks for sockets.
    static IoServiceFactoryFactory forServers() {
        return new IoServiceFactoryFactory() {
            @Override
            public IoServiceFactory create(FactoryManager manager) {
                return new SharedIo(manager);
            }

            @Override
            public void setExecutorServiceFactory(Factory<CloseableExecutorService> factory) {
                // The threads are ours.
            }
        };
    }

    static <M extends FactoryManager> M configured(M server) {
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ZERO);
        CoreModuleProperties.COMMAND_EXIT_TIMEOUT.set(server, Duration.ofMillis(1));
        CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(server, Duration.ofDays(365));
        return server;
    }

    @Override
    public IoConnector createConnector(IoHandler handler) {
        return SOCKETS.createConnector(handler);
    }

    @Override
    public IoAcceptor createAcceptor(IoHandler handler) {
        return SOCKETS.createAcceptor(handler);
    }

    @Override
    public @Nullable IoServiceEventListener getIoServiceEventListener() {
        return listener;
    }

    @Override
    public void setIoServiceEventListener(@Nullable IoServiceEventListener eventListener) {
        listener = eventListener;
    }
}
