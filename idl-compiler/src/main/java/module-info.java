/** The compiler of the interface language: from source text to a checked schema, and from the schema to Java. */
module io.rpcidl.compiler {
    requires com.palantir.javapoet;
    requires io.rpcidl.grammar;
    requires transitive io.rpcidl.schema;
    requires java.compiler;
    requires org.antlr.antlr4.runtime;
    requires static transitive org.jspecify;
    requires tools.jackson.core;

    exports io.rpcidl.compiler;
    exports io.rpcidl.compiler.compat;
    exports io.rpcidl.compiler.describe;
    exports io.rpcidl.compiler.diagnostic;
    exports io.rpcidl.compiler.fix;
    exports io.rpcidl.compiler.format;
    exports io.rpcidl.compiler.generate;
    exports io.rpcidl.compiler.generate.java;
    exports io.rpcidl.compiler.lint;
    exports io.rpcidl.compiler.model;
    exports io.rpcidl.compiler.source;
}
