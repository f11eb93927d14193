package io.rpcidl.transport.netty;

import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/** Makes engines that use one material. */
interface EngineSource {
    /**
     * An engine for one link.
     *
     * @param host the name that the server's certificate has to be for; null on a server
     */
    SSLEngine engine(ByteBufAllocator allocator, @Nullable String host) throws IOException;
}
