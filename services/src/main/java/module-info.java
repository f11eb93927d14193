/** Services that any server may offer beside its own: its health, and the descriptors of what it offers. */
module io.rpcidl.services {
    requires transitive static org.jspecify;
    requires transitive io.rpcidl.runtime;
    requires transitive io.rpcidl.schema;

    exports io.rpcidl.services;
    exports io.rpcidl.services.descriptor;
    exports io.rpcidl.services.health;
}
