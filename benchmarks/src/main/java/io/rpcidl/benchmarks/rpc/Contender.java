package io.rpcidl.benchmarks.rpc;

import java.util.Set;

/** One way to make calls, measured beside the others. A new contender is one class, and a line in {@link Contenders}. */
interface Contender {
    /** Its name in workloads, tables and files. */
    String name();

    /** What it is, in one sentence for the page of results. */
    String description();

    /** What it can be measured at. */
    Set<Ability> abilities();

    /** Whether its threads take whole processors even when nothing happens; then it runs only while it is measured. */
    default boolean spins() {
        return false;
    }

    /** A server on a free port of the loopback interface. */
    ServerSide serve() throws Exception;

    /** A client of the server on that port; what belongs to a process is shared by all clients of this object. */
    ClientSide connect(int port) throws Exception;

    /** What not every contender has. */
    enum Ability {
        ASYNC,
        BLOCKING,
        STREAMS,
        /** A stream that nobody takes holds up nothing else on its connection. */
        STALLED_STREAMS,
        /** Blocking callers are virtual threads, which the JDK must have. */
        VIRTUAL_CALLERS
    }

    /** A server that runs. */
    interface ServerSide extends AutoCloseable {
        int port();

        @Override
        void close();
    }

    /** A connection to a server. Each call checks that what comes back is what was sent, as far as its length. */
    interface ClientSide extends AutoCloseable {
        /** Calls and returns at once. */
        void call(Message message, Completion completion);

        /** Calls and waits. */
        void callAndWait(Message message) throws Exception;

        /** Opens a stream of so many items and tells when the last one has come. */
        void stream(Direction direction, Message item, int count, Completion completion);

        /** Opens a stream from the server, of so many items, of which one is taken. */
        default void stall(Message item, int count) {
            throw new UnsupportedOperationException("this contender has no streams that can be stalled");
        }

        /** Makes a call that the server answers after so many milliseconds. */
        void hold(int millis, Completion completion);

        @Override
        void close();
    }

    /** Which way the items of a stream go. */
    enum Direction {
        SERVER,
        CLIENT,
        BIDIRECTIONAL
    }
}
