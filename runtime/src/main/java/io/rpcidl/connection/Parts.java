package io.rpcidl.connection;

/** The parts of one connection, wired once. */
record Parts(
        Handshake handshake,
        OutgoingCalls outgoing,
        OutgoingSender sender,
        ReplyReceiver replies,
        IncomingCalls incoming,
        IncomingBindings incomingBindings,
        RequestCredit requestCredit,
        CallReceiver receiver,
        Draining draining,
        Liveness liveness,
        Closing closing) {

    static Parts of(Core core) {
        OutgoingCalls outgoing = new OutgoingCalls(core);
        OutgoingSender sender = new OutgoingSender(core, outgoing);
        ReplySender replySender = new ReplySender(core);
        RequestCredit credit = new RequestCredit(core);
        IncomingCalls incoming = new IncomingCalls(core, replySender, credit);
        IncomingBindings bindings = new IncomingBindings(core);
        CallReceiver receiver = new CallReceiver(core, incoming, bindings, credit, replySender);
        return new Parts(
                new Handshake(core),
                outgoing,
                sender,
                new ReplyReceiver(core, outgoing),
                incoming,
                bindings,
                credit,
                receiver,
                new Draining(core, outgoing, sender, incoming, receiver),
                new Liveness(core, outgoing, incoming),
                new Closing(core, outgoing, incoming, receiver));
    }
}
