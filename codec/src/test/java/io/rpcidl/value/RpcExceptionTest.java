package io.rpcidl.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Rows N02 and N04 of the catalogue of hostile inputs. */
class RpcExceptionTest {

    private static final String METHOD = "orders.v1.Orders.place";

    @Test
    void saysWhatHappenedInOneSentence() {
        Failure failure = Failure.of(Outcome.NOT_EXECUTED, RpcCode.OVERLOADED, Phase.LOCAL_QUEUE, METHOD)
                .detail("512 calls wait already")
                .build();
        assertThat(RpcException.of(failure))
                .isInstanceOf(NotExecutedException.class)
                .hasMessage(
                        "orders.v1.Orders.place was not executed: 512 calls wait already [OVERLOADED, local queue]");
    }

    @Test
    void tellsAllThatIsKnown() {
        IllegalStateException cause = new IllegalStateException("cut");
        Failure failure = Failure.of(Outcome.MAYBE_EXECUTED, RpcCode.UNAVAILABLE, Phase.AWAITING_REPLY, METHOD)
                .detail("the connection was lost")
                .peer("10.0.0.1:7400")
                .callId(17)
                .attempts(2)
                .times(new CallTimes(CallTimes.UNKNOWN, CallTimes.UNKNOWN, 1_000, 2_000_000, 3_000_000))
                .correlationId(0xABCDL)
                .retry(new Failure.Retry(true, Duration.ofMillis(5)))
                .cause(cause)
                .build();
        RpcException exception = RpcException.of(failure);
        assertThat(exception)
                .isInstanceOf(MaybeExecutedException.class)
                .hasMessage(
                        "orders.v1.Orders.place may have been executed: the connection was lost [UNAVAILABLE, awaiting"
                                + " the reply, peer 10.0.0.1:7400, call 17, 2 attempts, correlation id abcd, 1 µs in the server's"
                                + " queue, 2000 µs in the handler, 3000 µs in all]")
                .hasCause(cause);
        assertThat(exception.outcome()).isEqualTo(Outcome.MAYBE_EXECUTED);
        assertThat(exception.code()).isEqualTo(RpcCode.UNAVAILABLE);
        assertThat(exception.phase()).isEqualTo(Phase.AWAITING_REPLY);
        assertThat(exception.method()).isEqualTo(METHOD);
        assertThat(exception.peer()).isEqualTo("10.0.0.1:7400");
        assertThat(exception.callId()).isEqualTo(17);
        assertThat(exception.attempts()).isEqualTo(2);
        assertThat(exception.times().handlerNanos()).isEqualTo(2_000_000);
        assertThat(exception.correlationId()).isEqualTo(0xABCDL);
        assertThat(exception.transientFailure()).isTrue();
        assertThat(exception.retryAfter()).isEqualTo(Duration.ofMillis(5));
        assertThat(failure.toBuilder().build()).isEqualTo(failure);
    }

    @Test
    void hasASubclassForEachOutcome() {
        for (Outcome outcome : Outcome.values()) {
            Failure failure =
                    Failure.of(outcome, RpcCode.INTERNAL, Phase.HANDLER, METHOD).build();
            assertThat(RpcException.of(failure).outcome()).isEqualTo(outcome);
        }
        Failure executed = Failure.of(Outcome.EXECUTED, RpcCode.INTERNAL, Phase.HANDLER, METHOD)
                .build();
        assertThat(RpcException.of(executed))
                .isInstanceOf(ExecutedException.class)
                .hasMessage("orders.v1.Orders.place was executed and failed [INTERNAL, handler]");
    }

    @Test
    void leavesTheStackTraceOutForRefusals() {
        Failure failure = Failure.of(Outcome.NOT_EXECUTED, RpcCode.OVERLOADED, Phase.LOCAL_QUEUE, METHOD)
                .build();
        assertThat(RpcException.of(failure, RpcException.StackTrace.NONE).getStackTrace())
                .isEmpty();
        assertThat(RpcException.of(failure).getStackTrace()).isNotEmpty();
    }

    @Test
    void showsForeignTextOnOneLine() {
        Failure failure = Failure.of(Outcome.NOT_EXECUTED, RpcCode.INTERNAL, Phase.HANDLER, "a\r\nb")
                .detail("\u001B[31m\u202Etxt\u2028" + "x".repeat(1 << 20))
                .peer("p\nq")
                .build();
        String message = RpcException.of(failure).getMessage();
        assertThat(message).startsWith("a\\u000d\\u000ab was not executed: \\u001b[31m\\u202etxt\\u2028xxx");
        assertThat(message).contains("peer p\\u000aq").hasSizeLessThan(700);
    }

    @Test
    void refusesAFailureWithoutAnAttempt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Failure.of(Outcome.EXECUTED, RpcCode.INTERNAL, Phase.HANDLER, METHOD)
                        .attempts(0)
                        .build());
    }

    @Test
    void numbersTheCodesOfTheWire() {
        assertThat(RpcCode.of(1)).isEqualTo(RpcCode.UNKNOWN_METHOD);
        assertThat(RpcCode.of(12)).isEqualTo(RpcCode.STALE_SESSION);
        assertThat(RpcCode.of(0)).isNull();
        assertThat(RpcCode.of(13)).isNull();
        for (RpcCode code : RpcCode.values()) {
            if (code.onTheWire()) {
                assertThat(RpcCode.of(code.number())).isEqualTo(code);
            }
        }
    }
}
