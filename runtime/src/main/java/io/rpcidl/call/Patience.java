package io.rpcidl.call;

/** What a call does while the attempts to connect fail. */
public enum Patience {
    /** It fails as soon as every address was tried in vain, and at once until the next attempt. */
    FAIL_FAST,
    /** It waits for a connection until its deadline. */
    WAIT
}
