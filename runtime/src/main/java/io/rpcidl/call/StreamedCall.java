package io.rpcidl.call;

import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.RpcCode;
import org.jspecify.annotations.Nullable;

/**
 * A call of this process with streams, as those see it who make and take its items for the caller; any thread.
 *
 * @param <I> the items that are sent
 * @param <R> the result, or the items that are taken
 */
interface StreamedCall<I, R extends @Nullable Object> {
    /** Names who takes the items that come back, before the call is submitted. */
    void receive(ReceivedItems<?> taker);

    /** Where the items come from, for who takes them and keeps no more than {@code batch} to itself. */
    ReceivedItems.Source source(long batch);

    /** How these items come. */
    ReceivedItems.Form<R> form();

    /** Makes the call; its end follows, once. */
    void submit();

    /** Where the caller's items go. */
    SentItems<I> upload();

    /** The caller's items end behind those that were sent. */
    void finish();

    /** Whether the call has ended. */
    boolean over();

    /** Gives the call up. */
    void abandon();

    /** Gives the call up because of something that happened on this side. */
    void stop(RpcCode code, String detail, @Nullable Throwable cause);

    /**
     * The result, once the call has ended.
     *
     * @throws io.rpcidl.value.RpcException when the call failed
     * @throws DeclaredErrorException when the server answered with a declared error
     */
    R answer() throws DeclaredErrorException;
}
