package io.rpcidl.processes.flood;

import io.rpcidl.frame.Bind;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.Drain;
import io.rpcidl.frame.FrameReader;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.FrameWriter;
import io.rpcidl.frame.Hello;
import io.rpcidl.frame.OutputBuffer;
import io.rpcidl.frame.SchemaHash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection of a peer that writes whatever it likes, without an implementation of the protocol that would stop it. */
final class Hostile implements AutoCloseable {
    private static final int CONNECT_MILLIS = 30_000;
    /** Against hangs: a connection that has not ended by then is told to be open. */
    private static final int SILENT_MILLIS = 40_000;

    private static final long MARK = -1;
    /** How the end of a connection is told that was cut or refused without a word. */
    static final String NO_WORD = "closed";
    /** How the end of a connection is told that did not end. */
    static final String OPEN = "open";

    private final Socket socket = new Socket();
    private final FrameWriter writer = new FrameWriter();
    private boolean broken;

    Hostile(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
    }

    /** A whole and legal HELLO. */
    Hostile hello() {
        new Hello(List.of(Hello.VERSION), ConnectionLimits.DEFAULT, 0, 0, "hostile").write(writer);
        return this;
    }

    /** Binds the service of this module to index 0. */
    Hostile bind() {
        new Bind(0, SchemaHash.NONE, "ledger.v1.Work").write(writer);
        return this;
    }

    /** Begins a frame, whose payload goes into what is returned; {@link #end} ends it. */
    OutputBuffer begin(FrameType type, int callId) {
        writer.begin(type, callId);
        return writer.buffer();
    }

    /** Ends a frame. */
    Hostile end(int flags) {
        writer.finish(flags);
        return this;
    }

    /** How many octets are not sent yet. */
    int pending() {
        return writer.buffer().length();
    }

    /** Sends what was written; false once the other side takes nothing any more. */
    boolean send() {
        return send(0, pending());
    }

    /** Sends only a part of what was written, and forgets the rest. */
    boolean send(int from, int count) {
        try {
            if (!broken) {
                socket.getOutputStream().write(writer.buffer().bytes(), from, count);
            }
        } catch (IOException refused) {
            broken = true;
        }
        writer.buffer().clear();
        return !broken;
    }

    /** Asks for a PONG that no other PING is answered by. */
    Hostile mark() {
        begin(FrameType.PING, 0).u64(MARK);
        return end(0);
    }

    /** Where the payload of the frame goes that was begun last. */
    OutputBuffer begun() {
        return writer.buffer();
    }

    /**
     * Reads until the connection ends, and tells how: the code and the clause of its DRAIN, or {@link #NO_WORD}. A frame of the
     * type {@code until} ends the reading too, and its name is told; of PONGs only the one that {@link #mark} has asked for does.
     */
    String read(@Nullable FrameType until) {
        FrameReader frames = new FrameReader(ConnectionLimits.DEFAULT.largestFrame());
        byte[] bytes = new byte[8_192];
        String end = NO_WORD;
        try {
            socket.setSoTimeout(SILENT_MILLIS);
            for (int count = receive(bytes); count > 0; count = receive(bytes)) {
                frames.feed(bytes, 0, count);
                while (frames.next()) {
                    FrameType type = frames.type();
                    if (type == FrameType.DRAIN) {
                        Drain drain = Drain.read(frames.payload());
                        end = drain.code() + " " + drain.text().split(":", 2)[0];
                    } else if (type == until
                            && (type != FrameType.PONG || frames.payload().u64() == MARK)) {
                        return type.name();
                    }
                }
            }
        } catch (SocketTimeoutException silent) {
            return OPEN;
        } catch (IOException cut) {
            return end;
        }
        return end;
    }

    private int receive(byte[] bytes) throws IOException {
        return socket.getInputStream().read(bytes);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            broken = true;
        }
    }
}
