package io.rpcidl.call;

import io.rpcidl.TckRules;
import io.rpcidl.codec.Codecs;
import io.rpcidl.wire.Limits;
import java.util.concurrent.Flow;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;

/** What sends the items of a publisher keeps the rules of Reactive Streams 1.3, by their own tests. */
class SubscriberTckTest {
    private static final TestEnvironment ENVIRONMENT = new TestEnvironment(2_000, 50);

    /** Sends at once, and reports it as written. */
    private static final class Link implements ItemLink {
        final AtomicReference<@Nullable SentItems<String>> items = new AtomicReference<>();

        @Override
        public void send(byte[] item) {
            items.get().written(item.length + 64L);
        }

        @Override
        public void taken(long cost) {}

        @Override
        public void abandon() {}
    }

    /** A subscriber whose items leave at once. */
    public static final class Verification extends FlowSubscriberBlackboxVerification<String> {
        public Verification() {
            super(ENVIRONMENT);
        }

        @Override
        public Flow.Subscriber<String> createFlowSubscriber() {
            Link link = new Link();
            SentItems<String> items =
                    new SentItems<>(Codecs.result(Codecs.STRING), new CodecPool(Limits.DEFAULTS), link);
            link.items.set(items);
            return new ItemSubscriber<>(items, ForkJoinPool.commonPool(), new ItemSubscriber.End() {
                @Override
                public void completed() {}

                @Override
                public void failed(Throwable failure) {}
            });
        }

        @Override
        public String createElement(int element) {
            return "element " + element;
        }
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        return TckRules.of(Verification::new);
    }
}
