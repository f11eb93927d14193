package io.rpcidl.benchmarks.rpc;

/** The names of what is measured once a round and is no load. */
final class Figures {
    /** Nanoseconds from the start of both processes, one after the other, to the first answer. */
    static final String START = "start";

    private Figures() {}

    /** Live octets for each idle connection; behind it come {@code -client} and {@code -server}. */
    static String idle(int connections) {
        return "idle-connection-" + connections;
    }

    /** Live octets for each unanswered call; behind it come {@code -client} and {@code -server}. */
    static String held(int calls) {
        return "idle-call-" + calls;
    }
}
