package io.rpcidl.connection;

import io.rpcidl.frame.ConnectionLimits;

/** What the classes of one connection share; confined to the loop, like all of them. */
final class Core {

    /** Which end of the connection this is. */
    enum Role {
        CONNECTING,
        ACCEPTING
    }

    final Role role;
    final ConnectionSettings settings;
    final ConnectionEvents events;
    final Output output = new Output();
    final Turns turns = new Turns(output);
    final LargeMessages largeMessages = new LargeMessages(this);
    final LateFrames lateFrames = new LateFrames();
    /** What the streams of both directions may hold together. */
    final StreamBudget streams;

    /** What this connection holds of the budgets that it shares with others. */
    final Holding inbound;

    final Holding outbound;

    /** What may be sent to the peer: the minimum until its HELLO is here. */
    ConnectionLimits peer = ConnectionLimits.MINIMUM;

    boolean peerKnown;
    /** The time of the input or command that is being worked on; one value for all of it. */
    long now;
    /** Nothing is read or sent any more. */
    boolean closed;
    /** Bytes that have come. */
    long received;
    /** The last moment at which a call began or ended, for the idle timeout. */
    long lastCallAt;

    Core(Role role, ConnectionSettings settings, ConnectionEvents events, long now) {
        this.role = role;
        this.settings = settings;
        this.events = events;
        this.streams = new StreamBudget(settings.streamBytes());
        this.inbound = new Holding(settings.budgets().inbound());
        this.outbound = new Holding(settings.budgets().outbound());
        this.now = now;
        this.lastCallAt = now;
    }

    /** Counts what has not gone. */
    void measureOutput() {
        outbound.set(output.outstanding() + largeMessages.replyBytes());
    }

    /** What has gone, what waits to go, and what is left of large answers. */
    long produced() {
        return output.position() + largeMessages.replyBytes();
    }

    boolean connecting() {
        return role == Role.CONNECTING;
    }

    /** Whether the peer leaves so many answers unread that no handler should start for it. */
    boolean outputFull() {
        return output.outstanding() >= Output.HIGH_WATER
                || largeMessages.replyBytes() > settings.limits().largestMessage();
    }

    /** Whether handlers may start again after {@link #outputFull}. */
    boolean outputRelaxed() {
        return output.outstanding() < Output.HIGH_WATER / 2
                && largeMessages.replyBytes() <= settings.limits().largestMessage() / 2;
    }

    /** Whether the peer opens calls with such an id. */
    boolean isPeersId(int id) {
        return (id & 1) == (connecting() ? 0 : 1);
    }
}
