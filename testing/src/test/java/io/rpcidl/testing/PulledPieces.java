package io.rpcidl.testing;

import io.rpcidl.RpcStream;
import org.jspecify.annotations.Nullable;
import testing.probe.v1.Piece;

/** A number of pieces to be pulled. */
final class PulledPieces implements RpcStream<Piece> {
    private final long count;
    private long next;

    PulledPieces(long count) {
        this.count = count;
    }

    @Override
    public @Nullable Piece next() {
        return next < count ? ProbeHandler.piece(next++) : null;
    }

    @Override
    public void close() {
        next = count;
    }
}
