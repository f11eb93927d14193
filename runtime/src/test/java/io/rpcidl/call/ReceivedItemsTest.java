package io.rpcidl.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Empty;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who waits for an item that has no credit must be found waiting, or say so later (W-7.14). */
class ReceivedItemsTest {
    private static final long BATCH = 10_000;

    private static final ReceivedItems.End NOT_ASKED = new ReceivedItems.End() {
        @Override
        public void check() {
            throw new IllegalStateException("the end was asked for");
        }

        @Override
        public RuntimeException badItem(String detail, @Nullable Throwable cause) {
            return new IllegalStateException(detail, cause);
        }
    };

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

    @Test
    void tellsWhatWasTakenInBatches() {
        long cost = ReceivedItems.ITEM_COST + (long) item.length;
        int batch = Math.toIntExact((BATCH + cost - 1) / cost);
        for (int i = 1; i < batch; i++) {
            items.add(item, 0, item.length);
            assertThat(items.poll()).isNotNull();
        }
        assertThat(told).isEmpty();
        items.addWhole(item);
        assertThat(items.poll()).isNotNull();
        assertThat(told).containsExactly(batch * cost);
        assertThat(items.delivered()).isEqualTo(batch);
        assertThat(items.poll()).isNull();
    }

    @Test
    void wakesATakerThatWaits() {
        items.add(item, 0, item.length);
        assertThat(items.woken).isZero();
        items.waiting(true);
        items.add(item, 0, item.length);
        items.addWhole(item);
        assertThat(items.woken).isEqualTo(2);
        items.waiting(false);
        items.end();
        assertThat(items.woken).isEqualTo(3);
    }

    @Test
    void isExhaustedBehindTheLastItem() {
        items.add(item, 0, item.length);
        assertThat(items.exhausted()).isFalse();
        items.end();
        assertThat(items.exhausted()).isFalse();
        assertThat(items.isEmpty()).isFalse();
        assertThat(items.poll()).isNotNull();
        assertThat(items.exhausted()).isTrue();
    }

    @Test
    void dropsItemsOnceNobodyTakesThem() {
        long cost = ReceivedItems.ITEM_COST + (long) item.length;
        items.add(item, 0, item.length);
        assertThat(items.abandoned()).isFalse();
        assertThat(items.abandon()).isTrue();
        assertThat(items.abandoned()).isTrue();
        assertThat(items.abandon()).isFalse();
        assertThat(items.isEmpty()).isTrue();
        items.add(item, 0, item.length);
        items.addWhole(item);
        assertThat(told).containsExactly(cost, cost);
        assertThat(items.poll()).isNull();
    }

    @Test
    void takesValuesAsTheyAre() {
        Values values = new Values(new Link());
        values.addValue("a");
        assertThat(values.woken).isZero();
        values.waiting(true);
        values.addValue("bc");
        assertThat(values.woken).isEqualTo(1);
        assertThat(values.poll()).isEqualTo("a");
        assertThat(told).isEmpty();
        assertThat(values.poll()).isEqualTo("bc");
        assertThat(told).containsExactly(3L); // the batch
        values.abandon();
        values.addValue("def");
        assertThat(told).containsExactly(3L, 3L);
        assertThat(values.isEmpty()).isTrue();
    }

    /** Texts that cost their length. */
    private static final class Values extends ReceivedItems<String> {
        int woken;

        Values(ItemLink link) {
            super(new Source(link, 3, NOT_ASKED), new Form<>() {
                @Override
                public long cost(Object waiting) {
                    return ((String) waiting).length();
                }

                @Override
                public String value(Object waiting) {
                    return (String) waiting;
                }

                @Override
                public String value(byte[] bytes, int offset, int length) {
                    throw new AssertionError("these items never come as octets");
                }
            });
        }

        @Override
        void wake() {
            woken++;
        }
    }

    @Test
    void anItemThatCantBeDecodedEndsTheStream() {
        items.addWhole(new byte[] {(byte) 0xff});
        assertThatThrownBy(items::poll)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("an item can't be decoded: ")
                .hasCauseInstanceOf(MalformedDataException.class);
        assertThat(items.delivered()).isZero();
        assertThatThrownBy(items::checkEnd).hasMessage("the end was asked for");
    }

    private static final class Items extends ReceivedItems<Empty> {
        int woken;

        Items(CodecPool codecs, ItemLink link) {
            super(new Source(link, BATCH, NOT_ASKED), new Encoded<>(Codecs.EMPTY, codecs));
        }

        @Override
        void wake() {
            woken++;
        }
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
