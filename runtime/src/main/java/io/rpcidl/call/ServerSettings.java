package io.rpcidl.call;

import io.rpcidl.connection.ConnectionSettings;
import io.rpcidl.wire.Limits;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * How a server behaves.
 *
 * @param connection what its connections are told
 * @param messages the bounds of a message
 * @param connections how many connections may be open
 * @param handlers where handlers run
 * @param streamHandlers where handlers run that wait for items or for room for them
 * @param hooks what is done around each call
 * @param correlationIds numbers that tie a caller's failure to a line of the log; not 0
 */
public record ServerSettings(
        ConnectionSettings connection,
        Limits messages,
        int connections,
        Executor handlers,
        Executor streamHandlers,
        ServerHooks hooks,
        LongSupplier correlationIds) {}
