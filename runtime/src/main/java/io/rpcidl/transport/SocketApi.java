package io.rpcidl.transport;

/** Which interface of the operating system carries sockets. Asked for by name, it is used, or opening the transport fails. */
public enum SocketApi {
    /** Epoll or kqueue where their native library is on the class path and loads, else the JDK's selectors. Never io_uring. */
    BEST,

    /** The JDK's selectors: everywhere. */
    NIO,

    /** Linux; needs {@code io.netty:netty-transport-native-epoll} with the classifier of the machine. */
    EPOLL,

    /** macOS and the BSDs; needs {@code io.netty:netty-transport-native-kqueue} with the classifier of the machine. */
    KQUEUE,

    /**
     * Linux; needs {@code io.netty:netty-transport-native-io_uring} with the classifier of the machine, and a kernel that
     * allows it (containers often don't). When a connection is lost, nobody can say what of a write under way the kernel has
     * taken: all that was handed over counts as taken, and more calls end as maybe executed than elsewhere.
     */
    IO_URING
}
