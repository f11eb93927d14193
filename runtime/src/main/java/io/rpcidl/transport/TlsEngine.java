package io.rpcidl.transport;

/** What computes TLS. Both are held to the same protocols, ciphers and checks. */
public enum TlsEngine {
    /** The JDK's own: always there. */
    JDK,

    /**
     * BoringSSL, through {@code io.netty:netty-tcnative-boringssl-static} with the classifier of the machine on the class
     * path. Never chosen by itself; where it is asked for and does not load, opening a link or listening fails and says why.
     */
    BORINGSSL
}
