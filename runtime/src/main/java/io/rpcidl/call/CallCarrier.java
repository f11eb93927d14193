package io.rpcidl.call;

import io.rpcidl.connection.CallFailure;

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

    /** Makes an attempt at a call. */
    void submit(CarriedCall attempt);

    /** An attempt has failed; the call ends with it, unless there is another. */
    default void failed(CarriedCall attempt, CallFailure problem) {
        attempt.call().fail(problem);
    }

    /** An attempt has failed before a connection took it, and there will be no other for this reason. */
    default void refused(CarriedCall attempt, CallFailure problem) {
        attempt.call().fail(problem);
    }

    /** One of several attempts has an answer; false when the call has ended before. */
    default boolean answered(CarriedCall attempt, Attempts attempts) {
        return true;
    }

    /** A call has ended, and its caller is about to hear of it. */
    default void ended() {}

    /** Gives a call up. */
    void cancel(ClientCall<?, ?> call, ClientCall.GivenUp how);

    /** The application has taken items of the peer that cost so much, or waits for one. */
    void taken(StreamCall<?, ?, ?> call, long cost);

    /** Something has changed in the upload of a call. */
    void uploaded(StreamCall<?, ?, ?> call);
}
