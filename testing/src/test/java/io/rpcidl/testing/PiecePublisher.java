package io.rpcidl.testing;

import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import testing.probe.v1.Piece;

/** Publishes a number of pieces, as they are asked for, to one subscriber in one thread. */
final class PiecePublisher implements Flow.Publisher<Piece> {
    private final String text;
    private final int pieces;
    private final @Nullable Throwable end;

    PiecePublisher(String text, int pieces, @Nullable Throwable end) {
        this.text = text;
        this.pieces = pieces;
        this.end = end;
    }

    PiecePublisher(String text, int pieces) {
        this(text, pieces, null);
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Piece> subscriber) {
        subscriber.onSubscribe(new Flow.Subscription() {
            private long demand;
            private int next;
            private boolean giving;
            private boolean over;

            @Override
            public void request(long more) {
                demand = Math.min(Long.MAX_VALUE - more, demand) + more;
                if (giving) {
                    return;
                }
                giving = true;
                while (demand > 0 && next < pieces && !over) {
                    demand--;
                    subscriber.onNext(Piece.builder().number(next++).text(text).build());
                }
                giving = false;
                if (next == pieces && !over) {
                    over = true;
                    finish();
                }
            }

            private void finish() {
                if (end == null) {
                    subscriber.onComplete();
                } else {
                    subscriber.onError(end);
                }
            }

            @Override
            public void cancel() {
                over = true;
            }
        });
    }
}
