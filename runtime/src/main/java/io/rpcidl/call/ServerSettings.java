package io.rpcidl.call;

import io.rpcidl.connection.ConnectionSettings;
import java.util.function.LongSupplier;

/**
 * How a server behaves.
 *
 * @param connection what its connections are told
 * @param bounds how many connections may be open
 * @param age how long each of them may be open
 * @param answering how calls are answered
 */
public record ServerSettings(ConnectionSettings connection, Bounds bounds, Age age, Answering answering) {
    /**
     * How many connections a server may have open.
     *
     * @param total in all
     * @param perOrigin of one place, see {@link io.rpcidl.transport.Link#origin}
     * @param beforeHello whose peer has not said HELLO
     */
    public record Bounds(int total, int perOrigin, int beforeHello) {}

    /**
     * How long a connection may be open.
     *
     * @param nanos asked for each connection, so that not all of them end at once; {@link Long#MAX_VALUE} is for ever
     * @param grace nanoseconds that calls in flight then have to end
     */
    public record Age(LongSupplier nanos, long grace) {
        /** No connection is ever too old. */
        public static final Age UNBOUNDED = new Age(() -> Long.MAX_VALUE, Long.MAX_VALUE);
    }
}
