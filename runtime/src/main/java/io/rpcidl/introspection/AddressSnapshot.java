package io.rpcidl.introspection;

import io.rpcidl.balance.ConnectionState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a client knew of the way to one of its addresses.
 *
 * @param address where it is
 * @param state how far the client had come with it
 * @param failure why the last attempt failed, or why the server does not serve; null since it was connected and serves
 * @param pause how long no attempt to connect may begin because others have failed; zero when one may
 */
public record AddressSnapshot(
        String address, ConnectionState state, @Nullable String failure, Duration pause) {}
