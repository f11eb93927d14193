package io.rpcidl.frame;

import org.jspecify.annotations.Nullable;

/** The types of frames, in the order of their codes (W-4.2), each with what its header may say (W-4.3, W-4.4). */
public enum FrameType {
    /** Opens each direction of a connection. */
    HELLO(1, Place.CONNECTION, 4_096),
    /** Names a service once, so that calls can carry a small index. */
    BIND(2, Place.CONNECTION, 5 + 16 + 2 + 255),
    /** Answers BIND with a verdict. */
    BOUND(3, Place.CONNECTION, 5 + 1 + 16),
    /** Opens a call. */
    CALL(4, Place.CALL, FrameHeader.LONGEST_PAYLOAD),
    /** Carries more of a message. */
    ITEM(5, Place.CALL, FrameHeader.LONGEST_PAYLOAD),
    /** Ends a call with its result. */
    REPLY(6, Place.CALL, FrameHeader.LONGEST_PAYLOAD),
    /** Ends a call with a declared error or a code of the runtime. */
    ERROR(7, Place.CALL, FrameHeader.LONGEST_PAYLOAD),
    /** Asks the peer to stop working on a call. */
    CANCEL(8, Place.CALL, 1),
    /** Returns request bytes (call id 0) or grants stream bytes. */
    CREDIT(9, Place.EITHER, 4),
    /** Asks for a PONG with the same eight octets. */
    PING(10, Place.CONNECTION, 8),
    /** Answers PING. */
    PONG(11, Place.CONNECTION, 8),
    /** Announces the end of the connection. */
    DRAIN(12, Place.CONNECTION, 4 + 1 + 4 + 2 + 512),
    /** Reserved for sessions. */
    QUERY(13, Place.EITHER, FrameHeader.LONGEST_PAYLOAD),
    /** Reserved for sessions. */
    ANSWER(14, Place.EITHER, FrameHeader.LONGEST_PAYLOAD),
    /** An extension. */
    EXT(15, Place.CONNECTION, 4_096);

    private enum Place {
        CONNECTION,
        CALL,
        EITHER
    }

    private static final FrameType[] BY_CODE = values();

    private final int code;
    private final Place place;
    private final int longestPayload;

    FrameType(int code, Place place, int longestPayload) {
        this.code = code;
        this.place = place;
        this.longestPayload = longestPayload;
    }

    /** The type with this code, or null when the code is none (0 and 16 to 31). */
    public static @Nullable FrameType of(int code) {
        return code < 1 || code > BY_CODE.length ? null : BY_CODE[code - 1];
    }

    /** The five bits in the header. */
    public int code() {
        return code;
    }

    /** The most bytes that a payload of this type may have, whatever the connection's own limit is. */
    public int longestPayload() {
        return longestPayload;
    }

    /** Whether a frame of this type may carry this call id: 0 is the connection itself (W-4.4). */
    boolean allowsCallId(int callId) {
        return place == Place.EITHER || (place == Place.CONNECTION) == (callId == 0);
    }

    /** Whether MORE and END mean something on this type (W-4.4). */
    boolean allowsFlags() {
        return this == CALL || this == ITEM || this == REPLY || this == ERROR;
    }
}
