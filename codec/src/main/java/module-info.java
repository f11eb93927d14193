/** Values of rpcidl and their encoding: what generated code calls to read and write octets. */
module io.rpcidl.codec {
    requires transitive static org.jspecify;

    exports io.rpcidl.codec;
    exports io.rpcidl.value;
    exports io.rpcidl.wire;
}
