package io.rpcidl.call;

/** The way from the threads that take and make the items of one call to the loop of its connection; any thread. */
interface ItemLink extends CreditLink {
    /** Sends an encoded item, which must stay unchanged. */
    void send(byte[] item);
}
