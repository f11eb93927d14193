package io.rpcidl.simulation.script;

/**
 * One thing that a client does.
 *
 * @param number tells it from all others of the run
 * @param at when, in nanoseconds since the world began
 * @param server which server is meant
 * @param kind what is done
 * @param call how, when it is a call
 * @param stream with which items, when it is a call with streams
 */
public record Op(int number, long at, int server, Kind kind, CallPlan call, StreamPlan stream) {

    /** What a client can do. */
    public enum Kind {
        /** A call whose handler answers at once. */
        QUICK,
        /** A call whose handler answers later. */
        WORK,
        /** A oneway call. */
        TELL,
        /** A call that changes nothing, whose handler answers later: it may be made again, and beside itself. */
        READ,
        /** A call that may be made again, whose handler answers later. */
        STORE,
        /** A call whose result is a stream. */
        GIVE,
        /** A call that brings a stream. */
        SEND,
        /** A call with streams both ways. */
        EXCHANGE,
        /** A call whose handler calls its caller, and answers behind that. */
        RELAY,
        /** The client is closed; the next operation opens another one. */
        CLOSE,
        /** The server drains, and another one takes its place. */
        DRAIN
    }

    /** Whether the handler of this operation may be entered more than once. */
    public boolean repeatable() {
        return kind == Kind.READ || kind == Kind.STORE;
    }

    /** How a handler ends. */
    public enum Ending {
        /** With its result. */
        RESULT,
        /** With an error that the method declares. */
        DECLARED,
        /** With a failure that it does not declare. */
        FAILURE,
        /** With its result, whether the call was cancelled or not. */
        STUBBORN
    }

    /**
     * What a call carries and how it is meant to go.
     *
     * @param size octets of the request
     * @param answerSize octets of the result
     * @param work how long the handler works, in nanoseconds
     * @param ending how the handler ends
     * @param deadline after how many nanoseconds the caller waits no longer, 0 for never
     * @param cancelAfter after how many nanoseconds the caller gives up, -1 for never
     */
    public record CallPlan(int size, int answerSize, long work, Ending ending, long deadline, long cancelAfter) {}

    /**
     * The items of a call.
     *
     * @param up how many the client sends
     * @param down how many the server sends
     * @param size octets of each
     * @param pace nanoseconds between two items that are made
     * @param appetite nanoseconds at most before a receiver asks for more
     * @param stopAfter after how many items a receiver wants no more, -1 for never
     */
    public record StreamPlan(int up, int down, int size, long pace, long appetite, int stopAfter) {}
}
