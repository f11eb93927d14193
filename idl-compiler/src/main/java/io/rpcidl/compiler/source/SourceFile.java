package io.rpcidl.compiler.source;

/**
 * The text of one source file.
 *
 * @param path the path below its import root, with {@code /}
 * @param location how the user knows it, for messages: the path as given or found
 * @param text the whole text
 */
public record SourceFile(String path, String location, String text) {

    /** What ends its lines, for text that is put into it: CR LF where the first line ends so, else LF. */
    public String lineEnd() {
        int first = text.indexOf('\n');
        return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
    }
}
