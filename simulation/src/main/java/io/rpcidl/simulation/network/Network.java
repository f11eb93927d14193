package io.rpcidl.simulation.network;

import io.rpcidl.simulation.audit.Judge;
import io.rpcidl.simulation.observe.Mark;
import io.rpcidl.simulation.script.Conditions;
import io.rpcidl.simulation.script.FaultClass;
import io.rpcidl.simulation.world.Draw;
import io.rpcidl.simulation.world.Machine;
import io.rpcidl.simulation.world.SimulatedLoop;
import io.rpcidl.simulation.world.World;
import io.rpcidl.transport.ConnectListener;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.LinkAcceptor;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything between the machines: who listens where, and all wires that there are or were. */
public final class Network {
    private static final double LOST_PERCENT = 15;
    private static final long TOGETHER = 10 * Conditions.MILLI;

    private final World world;
    private final Conditions conditions;
    private final Draw draw;
    private final Map<Endpoint, Listening> listening = new HashMap<>();
    private final List<Wire> wires = new ArrayList<>();
    private final List<Wire> open = new ArrayList<>();
    private @Nullable Returned lastReturned;
    private boolean healthy;

    /** A network without wires. */
    public Network(World world, Conditions conditions, Draw draw) {
        this.world = world;
        this.conditions = conditions;
        this.draw = draw;
    }

    /** Who has found the way back last. */
    private record Returned(Machine machine, Endpoint endpoint, long at) {}

    /** Somebody who listens. */
    record Listening(SimulatedLoop loop, LinkAcceptor acceptor) {}

    World world() {
        return world;
    }

    Conditions conditions() {
        return conditions;
    }

    Draw draw() {
        return draw;
    }

    boolean healthy() {
        return healthy;
    }

    /** Whether trouble may be in store for a new wire. */
    boolean troubled() {
        return !healthy;
    }

    /** No more faults; what stands still goes on. */
    public void heal() {
        healthy = true;
        List.copyOf(open).forEach(Wire::heal);
    }

    /** What is known of the wire with this number. */
    public Judge.WireEnd wire(long number) {
        Wire wire = wires.get((int) number);
        return new Judge.WireEnd(wire.audit(), wire.client().taken(), wire.unharmed());
    }

    /** Wires of which an end lives. */
    public int open() {
        return open.size();
    }

    /** Octets that are between the ends of these wires. */
    public long held() {
        return open.stream().mapToLong(Wire::held).sum();
    }

    /** How many wires there were. */
    public int connections() {
        return wires.size();
    }

    /** A machine vanishes, and what it was connected to hears of it or not. */
    public void crash(Machine machine, FaultClass how) {
        listening.values().removeIf(place -> place.loop().machine() == machine);
        for (Wire wire : List.copyOf(open)) {
            if (wire.server().simulatedLoop().machine() == machine) {
                wire.happen(how);
                forget(wire);
            }
        }
    }

    boolean listen(Endpoint endpoint, SimulatedLoop loop, LinkAcceptor acceptor) {
        return listening.putIfAbsent(endpoint, new Listening(loop, acceptor)) == null;
    }

    void stopListening(Endpoint endpoint, LinkAcceptor acceptor) {
        Listening place = listening.get(endpoint);
        if (place != null && place.acceptor().equals(acceptor)) {
            listening.remove(endpoint);
        }
    }

    void connect(SimulatedLoop loop, Endpoint endpoint, Duration timeout, ConnectListener listener) {
        world.note("connect", endpoint.port(), 0);
        if (!healthy && conditions.has(FaultClass.CONNECT_LOST) && draw.percent(LOST_PERCENT)) {
            IOException failure = new IOException("the attempt has timed out");
            loop.machine().after(timeout.toNanos(), () -> loop.execute(() -> listener.failed(failure)));
            return;
        }
        world.at(world.now() + delay(), () -> arrive(loop, endpoint, listener));
    }

    private void arrive(SimulatedLoop loop, Endpoint endpoint, ConnectListener listener) {
        Listening place = listening.get(endpoint);
        if (place == null) {
            IOException failure = new ConnectException("nothing listens there");
            world.at(world.now() + delay(), () -> loop.execute(() -> listener.failed(failure)));
            return;
        }
        Wire wire = new Wire(this, wires.size(), loop, place.loop());
        wires.add(wire);
        open.add(wire);
        place.loop().execute(() -> wire.server().open(place.acceptor().accept(wire.server())));
        world.at(
                world.now() + delay(), () -> loop.execute(() -> wire.client().open(listener.connected(wire.client()))));
        if (connectedBefore(loop.machine(), endpoint)) {
            world.reach(Mark.RECONNECTED);
            Returned before = lastReturned;
            if (before != null
                    && before.machine() != loop.machine()
                    && before.endpoint().equals(endpoint)
                    && world.now() - before.at() <= TOGETHER) {
                world.reach(Mark.RECONNECTED_TOGETHER);
            }
            lastReturned = new Returned(loop.machine(), endpoint, world.now());
        }
    }

    private boolean connectedBefore(Machine machine, Endpoint endpoint) {
        String peer = endpoint.host() + "#";
        return wires.stream()
                        .filter(wire -> wire.client().simulatedLoop().machine() == machine
                                && wire.client().peer().startsWith(peer))
                        .limit(2)
                        .count()
                > 1;
    }

    void forget(Wire wire) {
        if (wire.client().gone() && wire.server().gone()) {
            open.remove(wire);
        }
    }

    private long delay() {
        return draw.between(0L, conditions.longestDelay);
    }
}
