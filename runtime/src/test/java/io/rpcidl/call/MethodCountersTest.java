package io.rpcidl.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.connection.ErrorReply;
import io.rpcidl.introspection.MethodSnapshot;
import io.rpcidl.value.RpcCode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MethodCountersTest {

    private final MethodCounters counters = new MethodCounters(MethodDescriptor.unary("test.Echo", "echo", 1)
            .parameters(Codecs.EMPTY)
            .result(Codecs.result(Codecs.STRING))
            .build());

    private final ErrorReply forbidden = ErrorReply.lasting(RpcCode.FORBIDDEN, "no");

    @Test
    void hasNothingAtFirst() {
        assertThat(counters.snapshot())
                .isEqualTo(new MethodSnapshot("test.Echo", "echo", 0, 0, 0, Map.of(), Duration.ZERO, Duration.ZERO));
    }

    @Test
    void countsHowCallsEnd() {
        for (int i = 0; i < 7; i++) {
            counters.arrived();
        }
        counters.ended(null, 0);
        counters.ended(null, 3);
        counters.ended(null, -1);
        counters.ended(forbidden, 0);
        counters.ended(forbidden, 3);
        counters.failed(ErrorReply.passing(RpcCode.OVERLOADED, "later"));
        MethodSnapshot snapshot = counters.snapshot();
        assertThat(snapshot.succeeded()).isEqualTo(1);
        assertThat(snapshot.declared()).isEqualTo(2);
        assertThat(snapshot.failed())
                .containsExactlyInAnyOrderEntriesOf(Map.of(RpcCode.FORBIDDEN, 2L, RpcCode.OVERLOADED, 1L));
        assertThat(snapshot.inFlight()).isEqualTo(1);
    }

    @Test
    void addsUpTimesOfCallsThatRan() {
        counters.took(100, 30);
        counters.took(10, 0);
        counters.took(5, 7); // the loop has read its clock before the handler's thread
        counters.took(1_000, -1);
        assertThat(counters.snapshot().queueTime()).isEqualTo(Duration.ofNanos(80));
        assertThat(counters.snapshot().handlerTime()).isEqualTo(Duration.ofNanos(37));
    }
}
