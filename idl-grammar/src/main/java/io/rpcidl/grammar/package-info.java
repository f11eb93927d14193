/** The lexer and the parser that ANTLR generates from the two grammar files. */
package io.rpcidl.grammar;
