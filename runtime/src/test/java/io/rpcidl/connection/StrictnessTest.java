package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.FrameHeader;
import io.rpcidl.frame.FrameType;
import org.junit.jupiter.api.Test;

/** Contradictions between frames of one peer that would harm nobody, and are refused all the same. */
class StrictnessTest {

    private final RawPeer peer = RawPeer.againstServer();

    /** Call 2 of this end keeps the connection from ending. */
    private TestCall drainedWithACallInFlight() {
        TestCall call = TestCall.echo("waits");
        peer.hello().bind(0, "test.Echo");
        peer.connection.submit(call, peer.now);
        peer.read();
        peer.frame(FrameType.DRAIN, 0, 0, "02 00 00 00  00  00 00 00 00  00");
        assertThat(peer.drain).isNull();
        return call;
    }

    @Test
    void refusesACallBehindTheDrainOfItsSender() {
        TestCall call = drainedWithACallInFlight();
        peer.call(1);
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-8.3");
        assertThat(peer.events.arrived).isEmpty();
        assertThat(call.ended).isEqualTo("failed");
    }

    @Test
    void refusesABindBehindTheDrainOfItsSender() {
        drainedWithACallInFlight();
        peer.bind(1, "test.Echo");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-8.3");
    }

    @Test
    void refusesAnotherLastCallInALaterDrain() {
        drainedWithACallInFlight();
        peer.frame(FrameType.DRAIN, 0, 0, "00 00 00 00  06  00 00 00 00  00");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-8.1");
    }

    @Test
    void takesTheSameLastCallInALaterDrain() {
        drainedWithACallInFlight();
        peer.frame(FrameType.DRAIN, 0, 0, "02 00 00 00  06  00 00 00 00  00");
        assertThat(peer.drain).isNull();
        assertThat(peer.events.closed).isNotNull();
    }

    @Test
    void refusesAFirstFragmentThatIsLongerThanItsMessageThoughTheServiceIsUnknown() {
        peer.hello()
                .bind(0, "test.Nobody")
                .frame(FrameType.CALL, FrameHeader.MORE, 1, "00 00 00 00 00 00 01  02 00 00 00  00 00 00");
        assertThat(peer.ended()).startsWith("PROTOCOL_VIOLATION W-4.5");
        assertThat(peer.drain.code()).isEqualTo(DrainCode.PROTOCOL_VIOLATION);
    }
}
