/** The JSON form of values, driven by the descriptor of their schema. */
module io.rpcidl.json {
    requires transitive io.rpcidl.codec;
    requires transitive io.rpcidl.schema;
    requires transitive static org.jspecify;
    requires tools.jackson.core;

    exports io.rpcidl.json;
    exports io.rpcidl.json.dump;
}
