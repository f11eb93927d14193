package io.rpcidl.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.SpecBlocks;
import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.StructCodec;
import io.rpcidl.connection.ConnectionSettings.Identity;
import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.ConnectionLimits;
import io.rpcidl.frame.DrainCode;
import io.rpcidl.frame.SchemaHash;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plays the exchange of chapter 10 of wire-spec.md and compares every octet that the text shows. */
class WireSpecExampleTest {

    private static final long MICRO = 1_000;

    /** A struct whose only field is 1, a string: the parameters, the result and the error of the example alike. */
    private static final StructCodec<String> TEXT = Codecs.result(Codecs.STRING);

    private static final CallTarget GREET = new CallTarget("example.v1.Greeter", SchemaHash.NONE, 1, CallKind.UNARY);

    private final RecordingEvents clientEvents = new RecordingEvents();
    private final RecordingEvents serverEvents = new RecordingEvents();
    private long now = 5_000_000_000L;
    private final Connection client = Connection.connecting(settings(0), clientEvents, now);
    private final Connection server = Connection.accepting(settings(256), serverEvents, now);
    private final List<String> played = new ArrayList<>();

    @Test
    void sendsTheOctetsOfTheText() {
        TestCall ada = new TestCall(GREET, now + 2_000_000 * MICRO, TEXT.encode("Ada"));
        client.submit(ada, now);
        fromClient();
        answer(12, 350, "Hello, Ada!", 0);
        fromServer();
        assertThat(TEXT.decode(ada.result)).isEqualTo("Hello, Ada!");

        TestCall bob = new TestCall(GREET, OutgoingCall.NO_DEADLINE, TEXT.encode("Bob"));
        client.submit(bob, now);
        fromClient();
        answer(9, 80, "not on the list", 1);
        fromServer();
        assertThat(bob.number).isEqualTo(1);

        client.drain(DrainCode.GOING_AWAY, "", now);
        fromClient();
        fromServer();
        assertThat(clientEvents.closed).isNotNull();

        List<String> told = told();
        assertThat(played).as("play the text's exchange").isEqualTo(told);
    }

    private static ConnectionSettings settings(int callsInFlight) {
        ConnectionLimits limits = ConnectionLimits.DEFAULT.withCallsInFlight(callsInFlight);
        return ConnectionSettings.offering(Pair.named("example.v1.Greeter"))
                .withLimits(limits)
                .withIdentity(new Identity(0, "example"));
    }

    /** Enters the handler after the queue time and answers after the handler time, both in microseconds. */
    private void answer(int queue, int handler, String text, int error) {
        IncomingCall call = serverEvents.arrived.remove(0);
        now += queue * MICRO;
        assertThat(call.enter(now)).isTrue();
        now += handler * MICRO;
        byte[] body = TEXT.encode(text);
        if (error == 0) {
            server.reply(call, body, 0, body.length, now);
        } else {
            server.declaredError(call, error, body, 0, body.length, now);
        }
        server.handlerEnded(call, now);
    }

    private void fromClient() {
        play("client", client, server);
    }

    private void fromServer() {
        play("server", server, client);
    }

    private void play(String who, Connection from, Connection to) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        while (from.drainOutput((bytes, offset, length) -> sent.write(bytes, offset, length), now) > 0) {
            from.taken(sent.size(), now);
        }
        played.add(who + " " + HexFormat.of().formatHex(sent.toByteArray()));
        to.received(sent.toByteArray(), 0, sent.size(), now);
    }

    /** The blocks of chapter 10. */
    private static List<String> told() {
        return SpecBlocks.all().stream()
                .filter(block -> block.name().equals("client") || block.name().equals("server"))
                .map(block -> block.name() + " " + HexFormat.of().formatHex(block.octets()))
                .toList();
    }
}
