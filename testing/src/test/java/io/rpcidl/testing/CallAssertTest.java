package io.rpcidl.testing;

import static io.rpcidl.testing.RpcAssertions.assertThatCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rpcidl.value.Failure;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.Phase;
import io.rpcidl.value.RpcCode;
import io.rpcidl.value.RpcException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import testing.probe.v1.Refused;

/** Each assertion passes where it should and fails, with all that is known, where it should not. */
class CallAssertTest {
    private static final Throwable DECLARED = Refused.builder().number(1).build();

    private static CallAssert call(Throwable failure) {
        return assertThatCall(() -> {
            throw failure;
        });
    }

    private static RpcException failed(Outcome outcome) {
        return RpcException.of(Failure.of(outcome, RpcCode.UNAVAILABLE, Phase.AWAITING_REPLY, "a.B.c")
                .detail("the line is cut")
                .build());
    }

    private static void assertOutcome(CallAssert call, Outcome outcome) {
        switch (outcome) {
            case NOT_EXECUTED -> call.wasNotExecuted();
            case MAYBE_EXECUTED -> call.mayHaveBeenExecuted();
            case EXECUTED -> call.wasExecuted();
        }
    }

    private static String refusal(Consumer<CallAssert> assertion, CallAssert call) {
        Throwable thrown = catchThrowable(() -> assertion.accept(call));
        assertThat(thrown).isInstanceOf(AssertionError.class);
        return thrown.getMessage();
    }

    @ParameterizedTest
    @EnumSource
    void acceptsOneOutcomeAndRefusesTheOthers(Outcome outcome) {
        CallAssert call = call(failed(outcome));
        for (Outcome asserted : Outcome.values()) {
            if (asserted == outcome) {
                assertOutcome(call, asserted);
            } else {
                assertThat(refusal(it -> assertOutcome(it, asserted), call))
                        .contains(outcome + " with UNAVAILABLE in the phase 'awaiting the reply'")
                        .contains("the line is cut");
            }
        }
    }

    @Test
    void asksForCodeAndPhaseAndItems() {
        CallAssert call = call(failed(Outcome.MAYBE_EXECUTED));

        call.withCode(RpcCode.UNAVAILABLE).inPhase(Phase.AWAITING_REPLY).afterItems(0);

        assertThat(refusal(it -> it.withCode(RpcCode.DEADLINE), call)).contains("the code DEADLINE");
        assertThat(refusal(it -> it.inPhase(Phase.SENDING), call)).contains("the phase 'sending'");
        assertThat(refusal(it -> it.afterItems(2), call)).contains("2 items");
        assertThat(refusal(CallAssert::isTransient, call)).contains("a transient failure");
        assertThat(refusal(CallAssert::succeeded, call)).contains("a result");
        assertThat(refusal(it -> it.failedWith(Refused.class), call)).contains("the error Refused");
    }

    @Test
    void countsResultsAndDeclaredErrorsAsExecuted() {
        assertThatCall(() -> {}).wasExecuted().succeeded();
        call(DECLARED).wasExecuted().failedWith(Refused.class);

        assertThat(refusal(CallAssert::wasNotExecuted, assertThatCall(() -> {})))
                .contains("a result");
        assertThat(refusal(it -> it.withCode(RpcCode.DEADLINE), call(DECLARED))).contains("Refused");
    }

    @Test
    void givesNoOutcomeToWhatNoCallEndsWith() {
        CallAssert call = call(new IOException("a disk"));

        for (Outcome asserted : Outcome.values()) {
            assertThat(refusal(it -> assertOutcome(it, asserted), call)).contains("a disk");
        }
    }

    @Test
    void waitsForStages() {
        assertThatCall(CompletableFuture.completedFuture(1)).succeeded();
        assertThatCall(CompletableFuture.failedFuture(failed(Outcome.NOT_EXECUTED)))
                .wasNotExecuted();
        CompletableFuture<Integer> cancelled = new CompletableFuture<>();
        cancelled.cancel(false);
        assertThat(refusal(CallAssert::wasExecuted, assertThatCall(cancelled))).contains("CancellationException");
    }
}
