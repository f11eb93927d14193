package io.rpcidl.simulation.network;

import io.rpcidl.simulation.audit.WireAudit;
import io.rpcidl.simulation.observe.Mark;
import io.rpcidl.simulation.script.FaultClass;
import io.rpcidl.simulation.world.Draw;
import io.rpcidl.simulation.world.Machine;
import io.rpcidl.simulation.world.SimulatedLoop;
import io.rpcidl.simulation.world.World;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A connection of two sockets: two directions, the trouble that is in store for it, and the audit of what goes over it. */
final class Wire {
    private final Network network;
    private final World world;
    private final long number;
    private final Draw draw;
    private final SimulatedLink client;
    private final SimulatedLink server;
    private final Direction up;
    private final Direction down;
    private final WireAudit audit;
    private final @Nullable Trouble trouble;
    private boolean dead;

    /** Which end of a wire. */
    enum End {
        CLIENT,
        SERVER
    }

    Wire(Network network, long number, SimulatedLoop clientLoop, SimulatedLoop serverLoop) {
        this.network = network;
        this.world = network.world();
        this.number = number;
        this.draw = network.draw().split();
        this.client = new SimulatedLink(
                this, End.CLIENT, clientLoop, serverLoop.machine().name() + "#" + number);
        this.server = new SimulatedLink(
                this, End.SERVER, serverLoop, clientLoop.machine().name() + "#" + number);
        this.up = new Direction(this, draw.split());
        this.down = new Direction(this, draw.split());
        this.audit = new WireAudit(
                world,
                clientLoop.machine().name() + " to " + serverLoop.machine().name() + " on wire " + number,
                number);
        this.trouble = network.troubled() ? Trouble.drawn(network.conditions(), draw) : null;
        if (trouble != null) {
            world.at(world.now() + trouble.after(), () -> happen(trouble.kind()));
        }
    }

    Network network() {
        return network;
    }

    SimulatedLink client() {
        return client;
    }

    SimulatedLink server() {
        return server;
    }

    WireAudit audit() {
        return audit;
    }

    Direction out(SimulatedLink link) {
        return link.client() ? up : down;
    }

    Direction in(SimulatedLink link) {
        return link.client() ? down : up;
    }

    void handed(SimulatedLink link, byte[] bytes, int offset, int length) {
        if (link.client()) {
            audit.clientHands(bytes, offset, length);
        } else {
            audit.serverHands(bytes, offset, length);
        }
    }

    void got(SimulatedLink link, byte[] bytes) {
        world.note(link.client() ? "client reads" : "server reads", number, bytes.length);
        if (link.client()) {
            audit.clientGets(bytes, 0, bytes.length);
        } else {
            audit.serverGets(bytes, 0, bytes.length);
        }
    }

    void socketHasRoom(Direction direction) {
        SimulatedLink sender = direction == up ? client : server;
        if (sender.wantsRoom() && !sender.gone()) {
            sender.simulatedLoop().execute(sender::socketHasRoom);
        }
    }

    /** So many octets may be the ones after which trouble is in store. */
    void moved(Direction direction) {
        if (trouble != null
                && !dead
                && direction == (trouble.upwards() ? up : down)
                && direction.pumped() >= trouble.octets()) {
            happen(trouble.kind());
        }
    }

    void arrived(Direction direction) {
        SimulatedLink receiver = direction == up ? server : client;
        if (!receiver.gone()) {
            receiver.deliverSoon();
        } else {
            direction.arrived().clear();
            reset(receiver);
        }
    }

    void ended(Direction direction) {
        (direction == up ? server : client).peerFinished();
    }

    /** One end is gone. */
    void gone(SimulatedLink link) {
        world.note(link.client() ? "client's link ends" : "server's link ends", number, link.taken());
        network.forget(this);
    }

    /** One end answers by RST, or ends like that: the other one hears of it, unless the wire swallows it. */
    void reset(SimulatedLink by) {
        Direction out = out(by);
        if (draw.percent(50)) {
            out.lose();
        }
        in(by).lose();
        if (!out.swallows()) {
            SimulatedLink other = by.client() ? server : client;
            hear(other, "the peer has reset the link");
        }
    }

    /** What is left of the wire when faults are over: what stands still goes on; what is dead stays dead. */
    void heal() {
        up.heal();
        down.heal();
    }

    /** Whether nothing has happened to it and to the machines at its ends. */
    boolean unharmed() {
        return !dead
                && unharmed(client.simulatedLoop().machine())
                && unharmed(server.simulatedLoop().machine());
    }

    private static boolean unharmed(Machine machine) {
        return !machine.dead() && machine.pausedUntil() == 0;
    }

    /** Octets that are anywhere between the two ends. */
    int held() {
        return up.held() + down.held();
    }

    void happen(FaultClass kind) {
        if (dead || network.healthy() || (client.gone() && server.gone())) {
            return;
        }
        world.note(kind.name(), number, 0);
        dead = kind != FaultClass.STALL;
        switch (kind) {
            case RESET -> cut();
            case FIN -> {
                up.cutOff();
                down.cutOff();
            }
            case HALF -> {
                world.reach(Mark.HALF_CUT);
                (draw.percent(50) ? up : down).swallow();
            }
            case SILENT -> {
                up.swallow();
                down.swallow();
            }
            default -> {
                dead = true; // once for each wire
                world.reach(Mark.STALLED);
                long until = world.now() + draw.between(0L, 5_000_000_000L);
                int which = draw.between(0, 2);
                if (which != 0) {
                    up.stall(until);
                }
                if (which != 1) {
                    down.stall(until);
                }
            }
        }
    }

    /** Both ends hear of a reset, each in its own time, and all that was under way is lost. */
    private void cut() {
        up.lose();
        down.lose();
        audit.reset();
        hear(client, "the connection was reset");
        hear(server, "the connection was reset");
    }

    private void hear(SimulatedLink link, String what) {
        world.at(
                world.now() + draw.between(0L, network.conditions().longestDelay),
                () -> link.simulatedLoop().execute(() -> link.end(new IOException(what))));
    }
}
