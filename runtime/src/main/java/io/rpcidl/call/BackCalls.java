package io.rpcidl.call;

/** Takes calls to the one who has opened a connection: over this connection, and over no other. */
final class BackCalls implements CallCarrier {
    private final LinkedConnection connection;
    private final CodecPool codecs;

    BackCalls(LinkedConnection connection, CodecPool codecs) {
        this.connection = connection;
        this.codecs = codecs;
    }

    @Override
    public void ask(Inbox.Item item) {
        connection.ask(item);
    }

    @Override
    public boolean inLoop() {
        return connection.loop().inLoop();
    }

    @Override
    public CodecPool codecs() {
        return codecs;
    }

    @Override
    public long now() {
        return connection.now();
    }

    @Override
    public void submit(CarriedCall attempt) {
        connection.submit(attempt);
    }

    @Override
    public void cancel(ClientCall<?, ?> call, ClientCall.GivenUp how) {
        connection.cancel(call, how);
    }

    @Override
    public void taken(StreamCall<?, ?, ?> call, long cost) {
        connection.connection().itemsTaken(call, cost, now());
    }

    /** The connection has its turn when its inbox is empty. */
    @Override
    public void uploaded(StreamCall<?, ?, ?> call) {}
}
