package io.rpcidl.json;

/** What happens to members of an object that the schema does not know (W-14.6). */
public enum UnknownMembers {
    /** They are an error that names the nearest known one. */
    REFUSE,

    /** They are skipped, as a reader of octets skips fields that it does not know. What they hold must be JSON all the same. */
    SKIP
}
