/** What tests of services and of their callers need: servers and clients, faults, assertions. */
module io.rpcidl.testing {
    requires transitive static org.jspecify;
    requires transitive io.rpcidl.runtime;
    requires transitive static org.assertj.core;
    requires transitive static org.junit.jupiter.api;

    exports io.rpcidl.testing;
}
