package io.rpcidl.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Empty;
import io.rpcidl.wire.Limits;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who waits for an item that has no credit must be found waiting, or say so later (W-7.14). */
class ReceivedItemsTest {
    private final List<Long> told = new ArrayList<>();
    private final CodecPool codecs = new CodecPool(Limits.DEFAULTS);
    private final byte[] item = codecs.encode(Codecs.EMPTY, Empty.INSTANCE);
    private final Items items = new Items(codecs, new Link());

    @Test
    void findsATakerThatWaits() {
        items.waiting(true);

        assertThat(items.waits()).isTrue();
        assertThat(told).isEmpty();
    }

    @Test
    void hearsOfATakerThatWaitsLater() {
        assertThat(items.waits()).isFalse();

        items.waiting(true);

        assertThat(told).containsExactly(0L);
    }

    @Test
    void hearsOfATakerThatWaitsAgainBehindAnItemThatWasHere() {
        items.waiting(true);
        items.add(item, 0, item.length);
        // The taker is awake, but has not taken the item yet.
        assertThat(items.waits()).isFalse();

        assertThat(items.poll()).isNotNull();
        items.waiting(false);
        items.waiting(true);

        assertThat(told).containsExactly(ReceivedItems.ITEM_COST + (long) item.length);
    }

    private static final class Items extends ReceivedItems<Empty> {
        Items(CodecPool codecs, ItemLink link) {
            super(
                    new Source(link, 10_000, new End() {
                        @Override
                        public void check() {}

                        @Override
                        public RuntimeException badItem(String detail, @Nullable Throwable cause) {
                            return new IllegalStateException(detail, cause);
                        }
                    }),
                    new Encoded<>(Codecs.EMPTY, codecs));
        }

        @Override
        void wake() {}
    }

    private final class Link implements ItemLink {
        @Override
        public void send(byte[] encoded) {}

        @Override
        public void taken(long cost) {
            told.add(cost);
        }

        @Override
        public void abandon() {}
    }
}
