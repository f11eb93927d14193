package io.rpcidl.transport.netty;

import io.rpcidl.transport.ClientTls;
import io.rpcidl.transport.ServerTls;
import io.rpcidl.transport.TlsException;
import io.rpcidl.transport.TlsMaterial;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The TLS of one side, whose material may change; the engines that are made keep what they were made with. */
final class TlsSide {
    /** How many peers may be within their handshakes at a listener at once. */
    private static final int MOST_HANDSHAKES = 1_024;

    private final LongFunction<TlsMaterial> materials;
    private final Maker maker;
    private final AtomicInteger handshakes = new AtomicInteger();
    private volatile @Nullable Made made;

    private interface Maker {
        EngineSource of(TlsMaterial material) throws TlsException;
    }

    private record Made(TlsMaterial material, EngineSource engines) {
        @SuppressWarnings("ReferenceEquality") // a reload gives another object, and another object only then
        boolean isOf(TlsMaterial other) {
            return material == other;
        }
    }

    private TlsSide(LongFunction<TlsMaterial> materials, Maker maker) {
        this.materials = materials;
        this.maker = maker;
    }

    static TlsSide of(ClientTls tls) {
        return new TlsSide(tls::material, material -> TlsContexts.client(tls, material));
    }

    static TlsSide of(ServerTls tls) {
        return new TlsSide(tls::material, material -> TlsContexts.server(tls, material));
    }

    /** A handshake begins; false when too many are under way. Any thread. */
    boolean handshakeBegins() {
        if (handshakes.incrementAndGet() <= MOST_HANDSHAKES) {
            return true;
        }
        handshakes.decrementAndGet();
        return false;
    }

    void handshakeEnds() {
        handshakes.decrementAndGet();
    }

    TlsMaterial material(long now) {
        return materials.apply(now);
    }

    /** What makes engines of the material of {@code now}; any thread. */
    EngineSource engines(long now) throws TlsException {
        TlsMaterial material = materials.apply(now);
        Made latest = made;
        if (latest == null || !latest.isOf(material)) {
            latest = new Made(material, maker.of(material)); // two loops may both do it once, which harms nobody
            made = latest;
        }
        return latest.engines();
    }
}
