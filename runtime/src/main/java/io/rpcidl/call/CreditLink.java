package io.rpcidl.call;

/** The way from the threads that take the items of one call back to who sends them; any thread. */
interface CreditLink {
    /** The application has taken items that cost so much, or waits for one. */
    void taken(long cost);

    /** Nobody takes the rest of the items. */
    void abandon();
}
