package io.rpcidl.fuzz.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.connection.Connection;
import io.rpcidl.connection.ConnectionEvents;
import io.rpcidl.connection.ConnectionSettings;
import io.rpcidl.connection.IncomingCall;
import io.rpcidl.connection.OfferedService;
import io.rpcidl.connection.ServiceTable;
import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.Drain;
import io.rpcidl.frame.Hello;
import io.rpcidl.frame.SchemaHash;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One end of a connection with handlers that answer in every way, and calls of its own of every kind. */
final class FuzzedEnd implements ConnectionEvents {
    static final String SERVICE = "t";
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(7);
    private static final long MOST_HELD = 64 << 20;

    private final List<FuzzedCall> calls = new ArrayList<>();
    private final List<IncomingCall> running = new ArrayList<>();
    private Connection connection;
    private long now;
    private long handed;
    private int closes;

    private FuzzedEnd() {}

    private record Service(String name) implements OfferedService {
        @Override
        public SchemaHash hash() {
            return SchemaHash.NONE;
        }
    }

    private static ConnectionSettings settings() {
        ServiceTable services = name -> name.equals(SERVICE) ? new Service(name) : null;
        return ConnectionSettings.offering(services);
    }

    static FuzzedEnd accepting() {
        FuzzedEnd end = new FuzzedEnd();
        end.connection = Connection.accepting(settings(), end, 0);
        end.open();
        return end;
    }

    static FuzzedEnd connecting() {
        FuzzedEnd end = new FuzzedEnd();
        end.connection = Connection.connecting(settings(), end, 0);
        end.open();
        return end;
    }

    /** The peer's HELLO and a BIND of the service with index 0; then a call of each kind in the other direction. */
    private void open() {
        byte[] opening = Sessions.opening();
        receive(opening, 0, opening.length);
        for (CallKind kind : CallKind.values()) {
            FuzzedCall call = new FuzzedCall(kind, now + 10 * STEP * (kind.ordinal() + 1));
            calls.add(call);
            connection.submit(call, now);
        }
        send();
    }

    /** Octets of the peer, and a step of time. */
    void receive(byte[] octets, int offset, int length) {
        connection.received(octets, offset, length, now);
        answerOne();
        send();
        now += STEP;
        connection.timer(now);
        send();
        assertThat(connection.counters().requestBytes()).isLessThan(MOST_HELD);
    }

    private void send() {
        handed += connection.drainOutput((bytes, offset, length) -> {}, now);
        connection.taken(handed, now);
    }

    /** Each call is answered a while after it came, in a way that its method number chooses. */
    private void answerOne() {
        if (running.isEmpty()) {
            return;
        }
        IncomingCall call = running.remove(0);
        byte[] body = {0};
        if (call.enter(now)) {
            for (int i = 0; call.kind().streamsResult() && i < (call.method() & 7); i++) {
                connection.sendItem(call, new byte[1 + i * 20_000], now);
            }
            if ((call.method() & 1) == 0) {
                connection.declaredError(call, 1, body, 0, 1, now);
            } else {
                connection.reply(call, body, 0, 1, now);
            }
        }
        connection.handlerEnded(call, now);
    }

    /** The transport goes: every call has ended, once. */
    void close() {
        while (!running.isEmpty()) {
            answerOne();
        }
        connection.transportClosed("the input is over", now);
        assertThat(closes).isLessThanOrEqualTo(1);
        assertThat(calls).allMatch(call -> call.ends() == 1);
    }

    @Override
    public void callArrived(IncomingCall call) {
        call.items(new Taker());
        running.add(call);
    }

    @Override
    public void closeTransport(String why) {
        closes++;
    }

    @Override
    public void established(Hello peer) {}

    @Override
    public void callCancelled(IncomingCall call) {}

    @Override
    public void drained(Drain drain) {}

    @Override
    public void resetTransport(String why) {}

    @Override
    public void pauseReading() {}

    @Override
    public void resumeReading() {}
}
