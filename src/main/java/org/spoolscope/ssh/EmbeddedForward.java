package org.spoolscope.ssh;

import java.net.InetSocketAddress;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.forward.DirectTcpipFactory;
import org.apache.sshd.server.forward.TcpForwardingFilter;
import org.apache.sshd.server.forward.TcpipServerChannel;

/// One connection that a client of an [EmbeddedSshServer] asks for: made to where its [RemoteNet]
/// says, or refused as sshd refuses it.
final class EmbeddedForward extends TcpipServerChannel {
    private final RemoteNet net;

    private EmbeddedForward(RemoteNet net) {
        super(TcpForwardingFilter.Type.Direct, null);
        this.net = net;
    }

    /// Makes them for a server.
    static DirectTcpipFactory factory(RemoteNet net) {
        return new DirectTcpipFactory() {
            @Override
            public Channel createChannel(Session session) {
                return new EmbeddedForward(net);
            }
        };
    }

    @Override
    protected OpenFuture doInit(Buffer asked) {
        String host = asked.getString();
        int port = asked.getInt();
        InetSocketAddress address = net.address(host, port);
        if (address == null) {
            OpenFuture refused = new DefaultOpenFuture(this, this);
            refused.setException(
                    new SshChannelOpenException(
                            getChannelId(),
                            SshConstants.SSH_OPEN_ADMINISTRATIVELY_PROHIBITED,
                            "open failed"));
            return refused;
        }
        Buffer instead = new ByteArrayBuffer();
        instead.putString(address.getAddress().getHostAddress());
        instead.putInt(address.getPort());
        instead.putBuffer(asked);
        return super.doInit(instead);
    }
}
