package io.rpcidl.call;

import io.rpcidl.connection.ConnectionSettings;
import io.rpcidl.wire.Limits;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How a client behaves.
 *
 * @param connection what its connections are told
 * @param messages the bounds of a message
 * @param connectTimeout how long one attempt to connect may take
 * @param waitingCalls how many calls may wait for a connection
 * @param completions where asynchronous calls complete
 * @param uploads where the items of a caller are pulled who takes items at the same time
 * @param channel how it finds its servers, and what it does when a call fails
 * @param answering how calls of the server are answered; null when none are
 */
public record ClientSettings(
        ConnectionSettings connection,
        Limits messages,
        Duration connectTimeout,
        int waitingCalls,
        Executor completions,
        Executor uploads,
        ChannelSettings channel,
        @Nullable Answering answering) {}
