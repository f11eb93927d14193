package io.rpcidl.value;

/** How far a call had come when it failed, as far as the side that reports it can tell. */
public enum Phase {
    /** The arguments were checked and encoded. */
    ENCODING("encoding the arguments"),
    /** The call waited on this side for a connection's capacity. */
    LOCAL_QUEUE("local queue"),
    /** A connection was being made. */
    CONNECTING("connecting"),
    /** A part of the request was still on this side. */
    SENDING("sending"),
    /** The whole request was handed to the transport. */
    AWAITING_REPLY("awaiting the reply"),
    /** The call waited on the server for a thread. */
    SERVER_QUEUE("server queue"),
    /** The handler ran. */
    HANDLER("handler"),
    /** Items of a stream were on their way. */
    STREAMING("streaming"),
    /** The reply was here and was being decoded. */
    DECODING_REPLY("decoding the reply");

    private final String label;

    Phase(String label) {
        this.label = label;
    }

    /** The name as messages show it. */
    @Override
    public String toString() {
        return label;
    }
}
