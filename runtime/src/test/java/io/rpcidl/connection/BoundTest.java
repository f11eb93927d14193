package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.FrameType;
import io.rpcidl.frame.SchemaHash;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a peer must not say of the services that it was asked for (W-5.8). */
class BoundTest {

    private final RawPeer peer = RawPeer.againstClient();

    @ParameterizedTest
    @CsvSource({
        "01 01 00000000000000000000000000000000, is not the one that was asked for first",
        "00 02 01000000000000000000000000000000, has a hash of what is not known",
        "00 00 00000000000000000000000000000000, calls nothing and nothing the same",
        "00 00 07000000000000000800000000000001, calls two hashes the same that differ"
    })
    void refuses(String payload, String why) {
        bindTwo();
        peer.frame(FrameType.BOUND, 0, 0, payload);
        assertThat(peer.ended()).as(why).startsWith("PROTOCOL_VIOLATION W-5.8");
    }

    @ParameterizedTest
    @CsvSource({
        "00 00 07000000000000000800000000000000, is the same",
        "00 01 07000000000000000800000000000001, differs",
        "00 02 00000000000000000000000000000000, is not known"
    })
    void accepts(String payload, String why) {
        bindTwo();
        peer.frame(FrameType.BOUND, 0, 0, payload).frame(FrameType.BOUND, 0, 0, "01" + payload.substring(2));
        assertThat(peer.drain).as(why).isNull();
    }

    private void bindTwo() {
        peer.hello();
        for (String service : new String[] {"one", "two"}) {
            CallTarget target = new CallTarget(service, new SchemaHash(7, 8), 1, CallKind.UNARY);
            peer.connection.submit(new TestCall(target, OutgoingCall.NO_DEADLINE, new byte[0]), peer.now);
        }
        peer.read();
    }
}
