package io.rpcidl.codec;

/**
 * What generated code asks of the runtime. Code that names a constant which is not here was generated for a newer runtime: use
 * a runtime of the compiler's version or a newer one.
 */
public final class RuntimeVersion {

    /** The first form of generated code. */
    public static final int V1 = 1;

    private RuntimeVersion() {}
}
