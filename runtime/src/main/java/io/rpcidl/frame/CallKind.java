package io.rpcidl.frame;

/** Which messages belong to a call beside its arguments (W-6.2, W-6.13). */
public enum CallKind {
    /** Exactly one terminal frame answers it. */
    UNARY(false, false),
    /** Nothing answers it. */
    ONEWAY(false, false),
    /** Items come back before the terminal frame. */
    SERVER_STREAM(false, true),
    /** Items follow the arguments. */
    CLIENT_STREAM(true, false),
    /** Items go both ways. */
    BIDIRECTIONAL(true, true);

    private final boolean streamsRequest;
    private final boolean streamsResult;

    CallKind(boolean streamsRequest, boolean streamsResult) {
        this.streamsRequest = streamsRequest;
        this.streamsResult = streamsResult;
    }

    /** The kind of a call that is not oneway. */
    public static CallKind streaming(boolean request, boolean result) {
        if (request) {
            return result ? BIDIRECTIONAL : CLIENT_STREAM;
        }
        return result ? SERVER_STREAM : UNARY;
    }

    /** Whether the caller sends items. */
    public boolean streamsRequest() {
        return streamsRequest;
    }

    /** Whether the called side sends items. */
    public boolean streamsResult() {
        return streamsResult;
    }
}
