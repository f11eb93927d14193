package io.rpcidl.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InboxTest {
    private final Inbox inbox = new Inbox();

    private static class Numbered implements Inbox.Item {
        private final int thread;
        private final int number;
        private Inbox.@Nullable Item next;

        Numbered(int thread, int number) {
            this.thread = thread;
            this.number = number;
        }

        @Override
        public void process() {}

        @Override
        public Inbox.@Nullable Item next() {
            return next;
        }

        @Override
        public void next(Inbox.@Nullable Item item) {
            next = item;
        }
    }

    private List<Numbered> takeAll() {
        List<Numbered> taken = new ArrayList<>();
        for (Inbox.Item item = inbox.take(); item != null; item = item.next()) {
            taken.add((Numbered) item);
        }
        return taken;
    }

    @Test
    void givesItemsInTheOrderTheyWerePut() {
        for (int i = 0; i < 5; i++) {
            inbox.put(new Numbered(0, i));
        }

        assertThat(takeAll()).extracting(item -> item.number).containsExactly(0, 1, 2, 3, 4);
        assertThat(takeAll()).isEmpty();
    }

    @Test
    void asksForOneWakeUpForEachBatch() {
        assertThat(inbox.put(new Numbered(0, 0))).isTrue();
        assertThat(inbox.put(new Numbered(0, 1))).isFalse();
        takeAll();
        assertThat(inbox.put(new Numbered(0, 2))).isTrue();
    }

    @Test
    void processesAllThoughOneFails() {
        List<Integer> processed = new ArrayList<>();
        IllegalStateException failure = new IllegalStateException("of the second");
        List<Numbered> items = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int number = i;
            items.add(new Numbered(0, i) {
                @Override
                public void process() {
                    processed.add(number);
                    if (number == 1) {
                        throw failure;
                    }
                }
            });
        }
        items.forEach(inbox::put);
        assertThat(inbox.processAll()).isSameAs(failure);
        assertThat(processed).containsExactly(0, 1, 2);
        assertThat(items).allMatch(item -> item.next() == null);
        assertThat(inbox.processAll()).isNull();
    }

    @Test
    void aFailureIsThrownAsItIs() {
        Inbox.rethrow(null);
        IllegalStateException unchecked = new IllegalStateException();
        assertThatThrownBy(() -> Inbox.rethrow(unchecked)).isSameAs(unchecked);
        OutOfMemoryError error = new OutOfMemoryError();
        assertThatThrownBy(() -> Inbox.rethrow(error)).isSameAs(error);
    }

    @Test
    void losesAndReordersNothingOfManyThreads() throws Exception {
        int threads = 4;
        int each = 20_000;
        CountDownLatch done = new CountDownLatch(threads);
        AtomicInteger wakeUps = new AtomicInteger();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            new Thread(() -> {
                        for (int i = 0; i < each; i++) {
                            if (inbox.put(new Numbered(thread, i))) {
                                wakeUps.incrementAndGet();
                            }
                        }
                        done.countDown();
                    })
                    .start();
        }

        int[] expected = new int[threads];
        int batches = 0;
        boolean last = false;
        while (!last) {
            last = done.getCount() == 0;
            List<Numbered> taken = takeAll();
            batches += taken.isEmpty() ? 0 : 1;
            for (Numbered item : taken) {
                assertThat(item.number).isEqualTo(expected[item.thread]++);
            }
        }

        assertThat(expected).containsOnly(each);
        assertThat(wakeUps).hasValue(batches);
    }
}
