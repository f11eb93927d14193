package io.rpcidl.json;

/** For whom JSON is printed (W-14.21). */
public enum Printing {
    /** For machines: everything, so that the text can be read back. */
    EXACT,

    /**
     * For people and logs: what the schema calls {@code @sensitive} is {@code "***"}, and so are the octets of a variant that the
     * schema does not know. Such text can't be read back.
     */
    FOR_PEOPLE
}
