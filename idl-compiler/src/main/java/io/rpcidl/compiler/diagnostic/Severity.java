package io.rpcidl.compiler.diagnostic;

/** How bad a diagnostic is. */
public enum Severity {
    /** Nothing is generated. */
    ERROR,
    /** Worth a look; code is generated all the same. */
    WARNING
}
