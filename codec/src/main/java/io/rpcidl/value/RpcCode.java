package io.rpcidl.value;

import org.jspecify.annotations.Nullable;

/** Why the runtime, not the application, failed a call. What it means for a retry is in the {@link Outcome}, not here. */
public enum RpcCode {
    /** The server has no such service or method. */
    UNKNOWN_METHOD(1),
    /** The arguments break a constraint, as the client or the server has found, or the server could not decode them. */
    BAD_REQUEST(2),
    /** The server does not know who calls. */
    UNAUTHENTICATED(3),
    /** The server knows who calls, and refuses. */
    FORBIDDEN(4),
    /** A queue or a limit of the server or of this client is full. */
    OVERLOADED(5),
    /** The server is about to go away. */
    DRAINING(6),
    /** The time for the call is over. */
    DEADLINE(7),
    /** The caller gave the call up. */
    CANCELLED(8),
    /** A message is larger than a limit. */
    TOO_LARGE(9),
    /** The two schemas of the method do not fit. */
    INCOMPATIBLE(10),
    /** The handler or the server failed in a way that was not declared. */
    INTERNAL(11),
    /** The session is not known to the server any more. */
    STALE_SESSION(12),
    /** There is no connection, or it was lost. Never on the wire. */
    UNAVAILABLE(0),
    /** The reply can't be decoded. Never on the wire. */
    BAD_REPLY(0),
    /** The peer broke the protocol of the connection. Never on the wire. */
    PROTOCOL_ERROR(0),
    /** The server sent a code that this version does not know; its number is in the message. Never on the wire. */
    UNKNOWN_CODE(0);

    private final int number;

    RpcCode(int number) {
        this.number = number;
    }

    /** The code with this number on the wire, or null when this version knows none. */
    public static @Nullable RpcCode of(int number) {
        // The codes of the wire stand first, in the order of their numbers.
        return number >= 1 && number <= STALE_SESSION.number ? values()[number - 1] : null;
    }

    /** The number on the wire, or 0 for a code that never travels. */
    public int number() {
        return number;
    }

    /** Whether it travels. */
    public boolean onTheWire() {
        return number != 0;
    }
}
