package io.rpcidl;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.value.Metadata;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Metadata at its limit on every call leaves nothing behind on a connection (row D10 of the catalogue of hostile inputs). */
@Timeout(60)
class LargeMetadataTest extends CallFixture {
    private static final int CALLS = 1_000;
    private static final int OCTETS = 8_000;

    LargeMetadataTest() {
        super(TransportKind.MEMORY);
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    @Test
    void leavesNothingBehind() {
        AtomicInteger seen = new AtomicInteger();
        RpcClient client = connect(serve(new Echo() {
            @Override
            public Message echo(Message message) {
                seen.addAndGet(CallContext.current().metadata().text("large").length());
                return message;
            }
        }));
        int calls = 0;
        long before = 0;
        for (; calls < CALLS; calls++) {
            if (calls == CALLS / 10) {
                before = heap();
            }
            String value = Character.toString('a' + calls % 26).repeat(OCTETS);
            CallOptions options = CallOptions.DEFAULT.withMetadata(Metadata.EMPTY.with("large", value));
            assertThat(client.call(Echo.ECHO, HELLO, options)).isEqualTo(HELLO);
        }
        long kept = heap() - before;

        assertThat(seen).hasValue(CALLS * OCTETS);
        assertThat(kept).isLessThan((long) CALLS * OCTETS / 4);
    }
}
