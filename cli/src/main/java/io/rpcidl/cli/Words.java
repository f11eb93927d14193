package io.rpcidl.cli;

import io.rpcidl.compiler.diagnostic.Quote;

/** Small pieces of sentences. */
final class Words {

    private Words() {}

    /** Text of the user between backquotes, unable to forge lines of a terminal. */
    static String quote(String text) {
        return Quote.of(text);
    }

    /** {@code 1 error}, {@code 2 errors}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** The text with LF at line ends, whatever the platform. */
    static String lines(String text) {
        return text.replace(System.lineSeparator(), "\n");
    }
}
