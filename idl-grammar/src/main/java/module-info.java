/** The grammar of the interface language: a generated lexer and a generated parser, nothing else. */
module io.rpcidl.grammar {
    requires transitive org.antlr.antlr4.runtime;

    exports io.rpcidl.grammar;
}
