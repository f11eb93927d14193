package io.rpcidl.call;

/** The way from the threads that take and make the items of one call to the loop of its connection; any thread. */
interface ItemLink {
    /** Sends an encoded item, which must stay unchanged. */
    void send(byte[] item);

    /** The application has taken items that cost so much, or waits for one. */
    void taken(long cost);

    /** Nobody takes the rest of the items. */
    void abandon();
}
