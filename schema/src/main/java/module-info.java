/** Schemas as values: the descriptor, its hash, and the rules of compatibility. */
module io.rpcidl.schema {
    requires transitive io.rpcidl.codec;
    requires transitive static org.jspecify;
    requires static tools.jackson.core;

    exports io.rpcidl.schema;
    exports io.rpcidl.schema.canonical;
    exports io.rpcidl.schema.compat;
    exports io.rpcidl.schema.json;
}
