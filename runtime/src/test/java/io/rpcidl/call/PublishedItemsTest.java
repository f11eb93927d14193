package io.rpcidl.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Empty;
import io.rpcidl.wire.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A subscriber on the loop takes items where they lie, and hears the same as everywhere. */
class PublishedItemsTest {
    private final CodecPool codecs = new CodecPool(Limits.DEFAULTS);
    private final byte[] item = codecs.encode(Codecs.EMPTY, Empty.INSTANCE);
    private final List<String> heard = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private long told;
    private boolean given;

    /** Where the subscriber hears of items. */
    private enum Where {
        ON_THE_LOOP,
        LATER
    }

    /** What a subscriber does when it has got an item. */
    private interface Next {
        void next(Flow.Subscription subscription);
    }

    private PublishedItems<Empty> items(Where where, long first, Next next) {
        Executor executor = where == Where.ON_THE_LOOP ? DirectExecutor.INSTANCE : waiting::add;
        PublishedItems<Empty> items = new PublishedItems<>(
                new ReceivedItems.Source(new Link(), 1, new Ending()),
                new ReceivedItems.Encoded<>(Codecs.EMPTY, codecs),
                executor);
        assertThat(items.subscribe(new Listener(first, next))).isTrue();
        run();
        return items;
    }

    private void run() {
        while (!waiting.isEmpty()) {
            waiting.remove(0).run();
        }
    }

    private void add(PublishedItems<Empty> items, int count) {
        for (int i = 0; i < count; i++) {
            items.add(item, 0, item.length);
            run();
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesAsManyAsAreAskedFor(Where where) {
        PublishedItems<Empty> items = items(where, 2, subscription -> {});
        add(items, 3);
        assertThat(heard).containsExactly("item", "item");
        assertThat(told).isEqualTo(2L * (ReceivedItems.ITEM_COST + item.length));
        items.request(1);
        run();
        items.end();
        run();
        assertThat(heard).containsExactly("item", "item", "item", "end");
        assertThat(items.delivered()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void asksForOneMoreWithEach(Where where) {
        PublishedItems<Empty> items = items(where, 1, subscription -> subscription.request(1));
        add(items, 3);
        assertThat(items.waits()).isTrue();
        items.end();
        run();
        assertThat(heard).containsExactly("item", "item", "item", "end");
    }

    @ParameterizedTest
    @EnumSource
    void hearsNothingOnceItHasCancelled(Where where) {
        PublishedItems<Empty> items = items(where, 9, Flow.Subscription::cancel);
        add(items, 2);
        items.end();
        run();
        assertThat(heard).containsExactly("item");
        assertThat(given).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void hearsNothingOnceItHasThrown(Where where) {
        PublishedItems<Empty> items = items(where, 9, subscription -> {
            throw new IllegalStateException("faulty subscriber");
        });
        add(items, 2);
        items.end();
        run();
        assertThat(heard).containsExactly("item");
        assertThat(given).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aBadRequestEndsTheStream(Where where) {
        PublishedItems<Empty> items = items(where, 9, subscription -> subscription.request(0));
        add(items, 2);
        assertThat(heard).containsExactly("item", "a request must be above 0 (§3.9)");
    }

    @ParameterizedTest
    @EnumSource
    void aBadItemEndsTheStream(Where where) {
        PublishedItems<Empty> items = items(where, 9, subscription -> {});
        add(items, 1);
        byte[] bad = {(byte) 0xFF, 0x01};
        items.add(bad, 0, bad.length);
        run();
        add(items, 1);
        assertThat(heard).hasSize(2).first().isEqualTo("item");
        assertThat(heard.get(1)).startsWith("an item can't be decoded: ");
        assertThat(given).isTrue();
    }

    @Test
    void theArrayMayBeUsedAgainAtOnce() {
        byte[] lent = item.clone();
        PublishedItems<Empty> items = items(Where.LATER, 2, subscription -> {});
        items.add(lent, 0, lent.length);
        lent[0] = (byte) 0xFF;
        run();
        assertThat(heard).containsExactly("item");
    }

    private final class Listener implements Flow.Subscriber<Empty> {
        private final long first;
        private final Next next;
        private Flow.@Nullable Subscription subscription;

        Listener(long first, Next next) {
            this.first = first;
            this.next = next;
        }

        @Override
        public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            begun.request(first);
        }

        @Override
        public void onNext(Empty value) {
            heard.add("item");
            Flow.Subscription from = subscription;
            if (from != null) {
                next.next(from);
            }
        }

        @Override
        public void onError(Throwable failure) {
            heard.add(String.valueOf(failure.getMessage()));
        }

        @Override
        public void onComplete() {
            heard.add("end");
        }
    }

    private final class Link implements CreditLink {
        @Override
        public void taken(long cost) {
            told += cost;
        }

        @Override
        public void abandon() {
            given = true;
        }
    }

    private static final class Ending implements ReceivedItems.End {
        @Override
        public void check() {}

        @Override
        public RuntimeException badItem(String detail, @Nullable Throwable cause) {
            return new IllegalStateException(detail, cause);
        }
    }
}
