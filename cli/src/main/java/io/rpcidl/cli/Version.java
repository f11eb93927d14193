package io.rpcidl.cli;

import java.io.IOException;

/** The version of the tool, which is also that of the plugin and the runtime that belong to it. */
final class Version {

    private Version() {}

    static String read() throws IOException {
        return Resource.text("version.txt").strip();
    }
}
