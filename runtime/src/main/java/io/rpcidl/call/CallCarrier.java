package io.rpcidl.call;

/** What takes the calls of this process to a peer; but for {@link #ask} and the getters only on its loop. */
interface CallCarrier {
    /** Has {@code item} processed on the loop, after those before it; any thread. */
    void ask(Inbox.Item item);

    /** Whether the calling thread is the loop on which everything here happens. */
    boolean inLoop();

    /** Encoders and decoders; any thread. */
    CodecPool codecs();

    /** The loop's time. */
    long now();

    /** Makes a call. */
    void submit(ClientCall<?, ?> call);

    /** Gives a call up. */
    void cancel(ClientCall<?, ?> call, ClientCall.GivenUp how);

    /** The application has taken items of the peer that cost so much, or waits for one. */
    void taken(StreamCall<?, ?, ?> call, long cost);

    /** Something has changed in the upload of a call. */
    void uploaded(StreamCall<?, ?, ?> call);
}
