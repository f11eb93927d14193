package io.rpcidl.connection;

import io.rpcidl.frame.Clauses;
import io.rpcidl.frame.FrameReader;
import io.rpcidl.frame.Hello;
import io.rpcidl.frame.ProtocolViolation;
import java.util.List;

/** HELLO in both directions (W-5.1 to W-5.6). */
final class Handshake {

    private final Core core;

    Handshake(Core core) {
        this.core = core;
    }

    /** Writes this end's HELLO. */
    void sendHello() {
        ConnectionSettings settings = core.settings;
        ConnectionSettings.Identity identity = settings.identity();
        new Hello(List.of(Hello.VERSION), settings.limits(), identity.incarnation(), 0, identity.implementation())
                .write(core.output.writer());
    }

    /** Takes the peer's HELLO; an accepting end answers with its own. */
    void received(FrameReader frame) {
        if (core.peerKnown) {
            throw new ProtocolViolation(Clauses.HELLO_ONCE, "a second HELLO");
        }
        Hello hello = Hello.read(frame.payload());
        if (core.connecting() && hello.versions().size() != 1) {
            throw new ProtocolViolation(Clauses.VERSIONS, "the accepting end must choose one version");
        }
        core.peer = hello.limits();
        core.peerKnown = true;
        if (!core.connecting()) {
            sendHello();
        }
        core.events.established(hello);
    }
}
