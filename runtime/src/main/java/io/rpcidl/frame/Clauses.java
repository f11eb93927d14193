package io.rpcidl.frame;

/** The clauses of wire-spec.md that a peer can break, by name; each says in one sentence what it demands. */
public final class Clauses {

    /** Bit 31 of a header's first half is 0. */
    public static final String RESERVED_BIT = "W-4.1";
    /** The type of a frame is one of 1 to 15; QUERY and ANSWER are reserved and not sent. */
    public static final String FRAME_TYPE = "W-4.2";
    /** A payload is not longer than its type allows nor than the receiver's largest frame. */
    public static final String FRAME_LENGTH = "W-4.3";
    /** MORE and END stand on CALL, ITEM, REPLY and ERROR only, and never both. */
    public static final String FRAME_FLAGS = "W-4.4";
    /** Call id 0 is the connection: always for HELLO, BIND, BOUND, PING, PONG, DRAIN and EXT, also legal for CREDIT. */
    public static final String CALL_ID_ZERO = "W-4.4";
    /** Call ids are odd from the connecting end, even from the accepting end, strictly increasing, never reused. */
    public static final String CALL_ID_ORDER = "W-6.1";
    /** A payload holds exactly its fields: it neither ends early nor goes on. */
    public static final String PAYLOAD = "W-4.4";
    /** A varint has its shortest form and at most 32 bits. */
    public static final String VARINT = "W-1.3";
    /** A text or a counted run of bytes keeps to its limit, and a text is UTF-8. */
    public static final String TEXT = "W-1.4";

    /** The first frame of each direction is HELLO; the accepting end may send DRAIN before it or in its place. */
    public static final String HELLO_FIRST = "W-5.1";
    /** HELLO is sent once. */
    public static final String HELLO_ONCE = "W-5.1";
    /** HELLO begins with the octets 72 70 63 69 and a count of 1 to 16 versions. */
    public static final String HELLO_LAYOUT = "W-5.2";
    /** The two ends have a version in common; an accepting end answers with exactly one of them, the highest it knows. */
    public static final String VERSIONS = "W-5.3";
    /** A parameter has the length that its id demands. */
    public static final String PARAMETER = "W-5.4";
    /** Each parameter is stated at most once. */
    public static final String PARAMETER_TWICE = "W-5.4";
    /** A stated limit is within its bounds. */
    public static final String LIMIT_MINIMUM = "W-5.6";
    /** A parameter that is marked critical is known to the receiver. */
    public static final String CRITICAL_PARAMETER = "W-5.4";
    /** BIND names each index once, with a name of 1 to 255 bytes, at most 1,024 times a connection. */
    public static final String BIND = "W-5.7";
    /** HELLO arrives within five seconds. */
    public static final String HELLO_TIME = "W-7.8";
    /** BOUND answers a BIND, once. */
    public static final String BOUND = "W-5.8";

    /** The flags of a CALL are METADATA, TRACE, SESSION, ONEWAY, RESULT_STREAM and REQUEST_STREAM. */
    public static final String CALL_FLAGS = "W-6.3";
    /** Without REQUEST_STREAM the last frame of the arguments has END. */
    public static final String CALL_END = "W-6.4";
    /** A oneway call has no stream. */
    public static final String STREAM_FLAGS = "W-6.13";
    /** An upload ends with an ITEM that has END and no octets; nothing of it follows. */
    public static final String UPLOAD_END = "W-6.14";
    /** An item has at least one octet, and comes only while the stream that it belongs to is open. */
    public static final String STREAM_ITEM = "W-6.15";
    /** REPLY does not break off an item, and an item was sent by a handler: no refusal follows it. */
    public static final String STREAM_REPLY = "W-6.16";
    /** The frames of a stream cost no more than the credit that is left. */
    public static final String STREAM_CREDIT = "W-7.12";
    /** A CALL uses an index that a BIND has named before. */
    public static final String SERVICE_INDEX = "W-5.9";
    /** The frames of a fragmented message carry exactly its total; one with MORE is empty only if it is the first. */
    public static final String FRAGMENTS = "W-4.5";
    /** REPLY answers a call whose whole request was sent; its only flag is METADATA. */
    public static final String REPLY = "W-6.8";
    /** ERROR has known flags and a known code; unless it is declared, it is one frame. */
    public static final String ERROR = "W-6.9";
    /** A declared error has a number above 0, the flag DISPATCHED and neither retry-after nor correlation. */
    public static final String ERROR_DECLARED = "W-6.9";
    /** A frame for a call that its sender may not open names a call that the receiver has opened. */
    public static final String UNKNOWN_CALL = "W-6.11";
    /** The calls in flight cost at most the announced request bytes: each its arguments and 64 bytes. */
    public static final String REQUEST_CREDIT = "W-7.2";
    /** CREDIT is above 0 and returns no more than is out. */
    public static final String CREDIT = "W-7.3";
    /** After a terminal frame that has MORE only ITEM frames follow. */
    public static final String ITEM = "W-4.5";
    /** CANCEL comes from the end that opened the call, with the reason 0 or 1. */
    public static final String CANCEL = "W-6.7";

    /** DRAIN has a known code and names a call id that the receiver has sent, or 0. */
    public static final String DRAIN = "W-8.1";
    /** What DRAIN said would never be dispatched is not answered as dispatched. */
    public static final String LAST_ACCEPTED = "W-8.2";
    /** A graceful DRAIN is sent once, and a later one repeats the last accepted id. */
    public static final String DRAIN_ONCE = "W-8.1";
    /** Who has sent a graceful DRAIN sends no more CALL and BIND. */
    public static final String DRAINING = "W-8.3";
    /** PONG repeats the octets of a PING that is not answered yet. */
    public static final String PONG = "W-7.5";
    /** PINGs keep the smallest interval that the receiver has announced; ten are forgiven. */
    public static final String PING_BUDGET = "W-7.5";
    /** At most 200 CANCELs in 30 seconds. */
    public static final String CANCEL_BUDGET = "W-7.7";
    /** At most 1,000 answers to control frames wait to be read by the peer. */
    public static final String CONTROL_BUDGET = "W-7.11";
    /** At most 1,000 frames for ended calls in 30 seconds, beside the rest of requests that were ended early. */
    public static final String CLOSED_BUDGET = "W-7.7";
    /** An EXT below 0x4000 is known to the receiver, and at most 200 EXT come in 30 seconds. */
    public static final String EXTENSION = "W-7.6";
    /** A frame arrives whole within 15 seconds of its first byte. */
    public static final String FRAME_TIME = "W-7.8";
    /** A connection without calls may be ended when the announced idle timeout is over. */
    public static final String IDLE = "W-7.9";
    /** A graceful drain ends within 30 seconds. */
    public static final String DRAIN_TIME = "W-8.7";

    private Clauses() {}
}
