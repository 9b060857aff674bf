package org.spoolscope.dns;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// DNS messages, each after its length in two octets (RFC 1035 4.2.2, RFC 7766 8).
final class TcpFraming implements Framing {
    @Override
    public Optional<byte[]> encode(int id, DnsQuestion question) {
        // One write: length and message in one segment (RFC 7766 8).
        return Wire.encode(question, id, false)
                .map(message ->
                        ByteBuffer.allocate(Short.BYTES + message.length)
                                .putShort((short) message.length)
                                .put(message)
                                .array());
    }

    @Override
    public boolean answersAll() {
        return false;
    }

    @Override
    public Reader reader(InputStream in) {
        DataInputStream data = new DataInputStream(in);
        return () -> next(data);
    }

    private static @Nullable Frame next(DataInputStream in) throws IOException {
        try {
            byte[] message = new byte[in.readUnsignedShort()];
            in.readFully(message);
            return new Message(message);
        } catch (EOFException _) {
            return null;
        }
    }

    private record Message(byte[] bytes) implements Frame {
        @Override
        public int id() {
            return Wire.id(bytes);
        }

        @Override
        public Optional<DnsReply> to(DnsQuestion question) {
            return switch (Wire.decode(bytes, question, id())) {
                case Wire.Reading.Answer(DnsReply reply) -> Optional.of(reply);
                case Wire.Reading.Truncated() ->
                        Optional.of(new DnsReply.Failed("truncated over TCP"));
                case Wire.Reading.Stray() -> Optional.empty();
            };
        }
    }
}
