package io.rpcidl.transport.netty;

import io.rpcidl.transport.TlsException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one handshake is about.
 *
 * @param side keys and trust
 * @param host the name that the server's certificate has to be for; null for the server's own side
 * @param limitNanos how long the handshake may take
 * @param links is given the link when the handshake is over
 * @param failed is told when there is none, once
 */
record TlsTerms(
        TlsSide side, @Nullable String host, long limitNanos, LinkHandler links, Consumer<TlsException> failed) {
    TlsGuard.Role role() {
        return host == null ? TlsGuard.Role.SERVER : TlsGuard.Role.CLIENT;
    }
}
