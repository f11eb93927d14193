/** The command line {@code rpcidl}. */
module io.rpcidl.cli {
    requires info.picocli;
    requires io.rpcidl.compiler;
    requires io.rpcidl.json;
    requires io.rpcidl.schema;
    requires java.compiler;
    requires static org.jspecify;

    exports io.rpcidl.cli;
}
