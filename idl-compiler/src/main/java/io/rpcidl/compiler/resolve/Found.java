package io.rpcidl.compiler.resolve;

import io.rpcidl.compiler.source.SourceReader;

/**
 * A source that a root holds and that nobody has read yet.
 *
 * @param path the path below its root, with {@code /}
 * @param location how messages name it
 * @param content its bytes, as often as they are wanted
 */
record Found(String path, String location, SourceReader.Content content) {

    SourceReader.Outcome read() {
        return SourceReader.read(path, location, content);
    }
}
