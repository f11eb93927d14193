package io.rpcidl.testing;

import static io.rpcidl.testing.ProbeHandler.piece;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.rpcidl.RpcChannel;
import io.rpcidl.RpcClient;
import io.rpcidl.RpcServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import testing.probe.v1.Probe;
import testing.probe.v1.ProbeClient;

@Timeout(60)
class RpcExtensionTest {
    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    static class Good {
        @RegisterExtension
        final RpcExtension rpc = RpcExtension.serving(Probe.class, Probe::service, new ProbeHandler())
                .server(builder -> builder)
                .client(builder -> builder);

        @BeforeEach
        void call(ProbeClient probe) {
            probe.echo(piece(1));
        }

        @Test
        void hasAllParameters(
                ProbeClient probe,
                RpcChannel channel,
                RpcClient client,
                RpcServer server,
                FaultTransport faults,
                RpcFixture fixture) {
            assertThat(fixture).isSameAs(rpc.fixture());
            assertThat(client).isSameAs(channel).isSameAs(fixture.client());
            assertThat(server).isSameAs(fixture.server());
            assertThat(faults).isSameAs(fixture.faults());
            assertThat(probe.echo(piece(2))).isEqualTo(piece(2));
        }

        @AfterEach
        void callAgain(RpcChannel channel) {
            new ProbeClient(channel).echo(piece(3));
        }
    }

    static class Leaking {
        @RegisterExtension
        final RpcExtension rpc = RpcExtension.serving(Probe.service(new ProbeHandler()));

        @Test
        void ordersAFaultAndMakesNoCall(FaultTransport faults) {
            faults.onRequest().beforeWrite().cut();
        }
    }

    static class Asking {
        @RegisterExtension
        final RpcExtension rpc = RpcExtension.serving(Probe.class, Probe::service, new ProbeHandler());

        @Test
        void forWhatItDoesNotKnow(StringBuilder something) {}
    }

    @Test
    void givesEachTestWhatItAsksFor() {
        run(Good.class).assertStatistics(all -> all.started(1).succeeded(1));
    }

    @Test
    void failsATestThatLeavesSomethingBehind() {
        run(Leaking.class)
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                instanceOf(AssertionError.class),
                                message(text ->
                                        text.contains("the fault 'cut before the write of request 1' was ordered")))));
    }

    @Test
    void leavesOtherParametersToOthers() {
        run(Asking.class)
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message(text -> text.contains("StringBuilder")))));
    }

    @Test
    void hasNoFixtureBetweenTests() {
        RpcExtension idle = RpcExtension.serving(Probe.service(new ProbeHandler()));

        assertThatIllegalStateException().isThrownBy(idle::fixture).withMessageContaining("no test runs");
    }
}
