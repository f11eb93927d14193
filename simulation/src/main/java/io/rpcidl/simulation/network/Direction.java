package io.rpcidl.simulation.network;

import io.rpcidl.simulation.script.Conditions;
import io.rpcidl.simulation.world.Draw;
import io.rpcidl.simulation.world.World;

/**
 * One direction of a wire between the socket of the sender and that of the receiver: cuts octets into chunks of drawn size,
 * delays them, keeps their order, and never has more on the way than the receiver's socket can hold.
 */
final class Direction {
    /** However small chunks are, they grow by an octet with so many that went before, or much would take for ever. */
    private static final int GROWTH = 128;

    private final World world;
    private final Conditions conditions;
    private final Draw draw;
    private final Wire wire;
    private final ByteQueue socket = new ByteQueue();
    private final ByteQueue arrived = new ByteQueue();
    private int underWay;
    private long pumped;
    private long lastArrival;
    private long stalledUntil;
    /** Counts the times that everything under way was lost. */
    private int losses;

    private boolean swallows;
    private boolean finished;
    /** The sender does not know of the end yet: its socket takes what nobody will get. */
    private boolean discards;

    private boolean finSent;

    Direction(Wire wire, Draw draw) {
        this.wire = wire;
        this.world = wire.network().world();
        this.conditions = wire.network().conditions();
        this.draw = draw;
    }

    /** How many octets the sender's socket takes now. */
    int room() {
        return finished && !discards ? 0 : conditions.socketBytes - socket.size();
    }

    /** The sender's socket takes the first octets of {@code written}. */
    void take(ByteQueue written, int length) {
        if (discards) {
            written.skip(length);
        } else {
            written.moveTo(socket, length);
            pump();
        }
    }

    /** What has arrived and was not read. */
    ByteQueue arrived() {
        return arrived;
    }

    /** The receiver has read; the sender may go on. */
    void read() {
        pump();
    }

    /** The sender ends the direction behind what its socket has taken. */
    void finish() {
        finished = true;
        pump();
    }

    /** Something in between ends the direction behind what the sender's socket has taken so far. */
    void cutOff() {
        discards = draw.percent(50);
        finish();
    }

    /** Loses what has not arrived; nothing more comes. */
    void lose() {
        discards = draw.percent(50);
        losses++;
        underWay = 0;
        socket.clear();
        finished = true;
        finSent = true;
    }

    /** From here on whatever is sent vanishes without a trace. */
    void swallow() {
        swallows = true;
    }

    boolean swallows() {
        return swallows;
    }

    /** Stands still until {@code time}. */
    void stall(long time) {
        stalledUntil = time;
        world.at(time, this::pump);
    }

    /** Goes on. */
    void heal() {
        if (stalledUntil > world.now()) {
            stalledUntil = world.now();
            pump();
        }
    }

    /** Octets that are on the way, or in one of the sockets. */
    int held() {
        return socket.size() + underWay + arrived.size();
    }

    long pumped() {
        return pumped;
    }

    private void pump() {
        if (swallows || world.now() < stalledUntil) {
            return;
        }
        int before = socket.size();
        while (socket.size() > 0 && underWay + arrived.size() < conditions.socketBytes) {
            int most = Math.min(socket.size(), conditions.socketBytes - underWay - arrived.size());
            int largest = (int) Math.max(conditions.largestChunk, pumped / GROWTH);
            byte[] chunk = socket.take(draw.between(1, Math.min(most, largest)));
            underWay += chunk.length;
            pumped += chunk.length;
            int epoch = losses;
            world.at(arrival(), () -> arrive(chunk, epoch));
        }
        if (socket.size() < before) {
            wire.socketHasRoom(this);
        }
        if (finished && !finSent && socket.size() == 0) {
            finSent = true;
            int epoch = losses;
            world.at(arrival(), () -> end(epoch));
        }
        wire.moved(this);
    }

    private long arrival() {
        long delay = draw.between(0L, conditions.longestDelay);
        lastArrival = Math.max(lastArrival, world.now() + delay);
        return lastArrival;
    }

    private void arrive(byte[] chunk, int epoch) {
        if (epoch == losses && !swallows) {
            underWay -= chunk.length;
            arrived.append(chunk, 0, chunk.length);
            wire.arrived(this);
        }
    }

    private void end(int epoch) {
        if (epoch == losses && !swallows) {
            wire.ended(this);
        }
    }
}
