package io.rpcidl.connection;

import io.rpcidl.frame.SchemaHash;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeUnit;

/** A connecting and an accepting end, joined in one thread under a clock that the test moves. */
final class Pair {

    static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    static final ServiceTable ECHO = named("test.Echo");

    final End client;
    final End server;
    /** Below 0, as the clock of a JVM may be. */
    long now = -30_000_000_007L;

    static ServiceTable named(String service) {
        return name -> name.equals(service) ? new Service(name) : null;
    }

    record Service(String name) implements OfferedService {
        @Override
        public SchemaHash hash() {
            return SchemaHash.NONE;
        }
    }

    Pair() {
        this(ConnectionSettings.offering(ECHO), ConnectionSettings.offering(ECHO));
    }

    Pair(ConnectionSettings clientSettings, ConnectionSettings serverSettings) {
        client = new End("client");
        server = new End("server");
        client.connection = Connection.connecting(clientSettings, client.events, now);
        server.connection = Connection.accepting(serverSettings, server.events, now);
        client.peer = server;
        server.peer = client;
        client.events.handler = client::echo;
        server.events.handler = server::echo;
    }

    /** Moves bytes both ways until there are none. */
    void pump() {
        while (client.drain() + server.drain() > 0) {
            client.deliver();
            server.deliver();
        }
    }

    /** Moves the clock on and fires what is due. */
    void advance(long nanos) {
        now += nanos;
        client.connection.timer(now);
        server.connection.timer(now);
    }

    /** One end with the bytes on their way to it. */
    final class End {

        final String name;
        final RecordingEvents events = new RecordingEvents();
        final ByteArrayOutputStream inFlight = new ByteArrayOutputStream();
        Connection connection;
        End peer;
        long handed;
        /** Handed over and not taken by the socket, until {@link #resend}. */
        private final ByteArrayOutputStream untaken = new ByteArrayOutputStream();
        /** How many bytes the socket takes in all; what is over stays untaken. */
        long socketTakes = Long.MAX_VALUE;

        End(String name) {
            this.name = name;
        }

        TestCall submit(TestCall call) {
            connection.submit(call, now);
            return call;
        }

        /** Hands output over; the socket takes what it may. */
        int drain() {
            return connection.drainOutput(
                    (bytes, offset, length) -> {
                        int room = (int) Math.min(length, Math.max(0, socketTakes - handed));
                        inFlight.write(bytes, offset, room);
                        untaken.write(bytes, offset + room, length - room);
                        handed += length;
                    },
                    now);
        }

        /** The socket takes what it had not taken. */
        void resend() {
            inFlight.writeBytes(untaken.toByteArray());
            untaken.reset();
            deliver();
        }

        /** What this end's socket has taken arrives at the peer. */
        void deliver() {
            byte[] bytes = inFlight.toByteArray();
            inFlight.reset();
            connection.taken(Math.min(handed, socketTakes), now);
            if (bytes.length > 0) {
                peer.connection.received(bytes, 0, bytes.length, now);
            }
        }

        /** Enters the call, answers with its arguments, and ends. */
        void echo(IncomingCall call) {
            if (call.enter(now)) {
                if (!call.oneway()) {
                    connection.reply(call, call.body(), 0, call.bodyLength(), now);
                }
            }
            connection.handlerEnded(call, now);
        }
    }
}
