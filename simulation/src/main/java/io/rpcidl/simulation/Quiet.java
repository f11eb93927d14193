package io.rpcidl.simulation;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns the log of the runtime off: scripted failures would fill it. */
final class Quiet {
    private static final Logger RUNTIME = Logger.getLogger("io.rpcidl");

    private Quiet() {}

    static void please() {
        RUNTIME.setLevel(Level.OFF);
    }
}
