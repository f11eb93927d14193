package io.rpcidl.call;

import io.rpcidl.balance.ConnectionState;
import io.rpcidl.connection.CallFailure;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Link;
import io.rpcidl.transport.Loop;
import io.rpcidl.transport.LoopTimer;
import io.rpcidl.transport.Transport;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one client, and the calls on their way to them. But for {@link #ask}, {@link #close} and what is said to
 * be for any thread everything happens on one loop, however many connections there are (decision 0020).
 */
final class ClientConnections implements CallCarrier {
    private static final System.Logger LOG = System.getLogger(ClientConnections.class.getName());

    private final Transport transport;
    private final ClientSettings settings;
    private final CodecPool codecs;
    private final Loop loop;
    private final Inbox inbox = new Inbox();
    private final Runnable drainInbox = this::drainInbox;
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private final Set<ClientConnection> open = new LinkedHashSet<>();
    /** The connections that have something to send, or may have. */
    private final PendingTurns turns = new PendingTurns();

    private final Runnable flush = turns::take;

    private final Subchannels subchannels;
    private final Resolving resolving;
    private final WaitingCalls waiting;
    private final Retries retries;
    private final Readiness readiness;
    /** Rings when the deadline of a call passes that waits for a connection. */
    private final Alarm expiry;
    /** Rings when an attempt begins that the client makes by itself. */
    private final Alarm wakeUp;

    private final Alarm graceEnd;
    private @Nullable LoopTimer transportEnd;
    /** From when on there is something to do beside making calls. */
    private long attentionAt = Long.MIN_VALUE;

    private boolean waking;
    private boolean inBatch;
    private boolean draining;
    /** What becomes of calls because this client has ended; null while it has not. */
    private @Nullable CallFailure end;
    /** Calls that were made and have not ended. */
    private long active;

    ClientConnections(Transport transport, ClientSettings settings) {
        this.transport = transport;
        this.settings = settings;
        this.codecs = new CodecPool(settings.messages());
        this.loop = transport.loop();
        ChannelSettings channel = settings.channel();
        this.waiting = new WaitingCalls(settings.waitingCalls());
        this.subchannels = new Subchannels(this, channel.balancer().create(channel.random()));
        this.resolving = new Resolving(this, channel.resolver(), newDelay());
        this.retries = new Retries(this, settings);
        this.readiness = new Readiness(settings.completions());
        this.expiry = new Alarm(loop, this::expire);
        this.wakeUp = new Alarm(loop, this::wake);
        this.graceEnd = new Alarm(loop, this::closeOnLoop);
        if (channel.beginning() == ChannelSettings.Beginning.EAGER) {
            later(this::wake);
        }
    }

    private ReconnectDelay newDelay() {
        ChannelSettings channel = settings.channel();
        return new ReconnectDelay(channel.reconnect(), channel.random());
    }

    Subchannel subchannel(Endpoint endpoint, Subchannels owner) {
        return new Subchannel(endpoint, this, owner, newDelay());
    }

    Transport transport() {
        return transport;
    }

    ClientSettings settings() {
        return settings;
    }

    Loop loop() {
        return loop;
    }

    /** What is known of the way to the servers, and who wants to hear of it; any thread. */
    Readiness readiness() {
        return readiness;
    }

    @Override
    public CodecPool codecs() {
        return codecs;
    }

    @Override
    public boolean inLoop() {
        return loop.inLoop();
    }

    @Override
    public long now() {
        return loop.now();
    }

    @Override
    public void ask(Inbox.Item item) {
        if (!inbox.put(item)) {
            return;
        }
        try {
            loop.execute(drainInbox);
        } catch (RejectedExecutionException loopClosed) {
            processWithoutLoop();
        }
    }

    /** Runs {@code task} on the loop soon, unless it has ended; any thread. */
    void later(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException loopClosed) {
            LOG.log(System.Logger.Level.DEBUG, "the loop of this client is closed");
        }
    }

    /** Ends everything; the future completes when the connections are gone. Any thread, any number of times. */
    CompletableFuture<@Nullable Void> close() {
        try {
            loop.execute(this::closeOnLoop);
        } catch (RejectedExecutionException loopClosed) {
            ended.complete(null);
        }
        return ended;
    }

    /** Takes no more calls, and closes when those that were made have ended, or when {@code grace} is over. Any thread. */
    CompletableFuture<@Nullable Void> drain(Duration grace) {
        try {
            loop.execute(() -> {
                if (!draining && end == null) {
                    draining = true;
                    listenForTheEnd();
                    graceEnd.set(now() + grace.toNanos());
                    closeWhenDrained();
                }
            });
        } catch (RejectedExecutionException loopClosed) {
            ended.complete(null);
        }
        return ended;
    }

    private void closeWhenDrained() {
        if (draining && active == 0 && end == null) {
            closeOnLoop();
        }
    }

    /** Connects now, whatever has failed before; the future says whether that has worked. Any thread. */
    CompletableFuture<@Nullable Void> connect() {
        CompletableFuture<@Nullable Void> connected = new CompletableFuture<>();
        try {
            loop.execute(() -> {
                if (readiness.await(connected)) {
                    subchannels.forgetFailures();
                    resolving.forgetFailures();
                    wake();
                }
            });
        } catch (RejectedExecutionException loopClosed) {
            connected.completeExceptionally(readiness.closed());
        }
        return connected;
    }

    @Override
    public void submit(CarriedCall attempt) {
        if (attempt instanceof Attempt further) {
            if (retries.wanted(further)) {
                place(further, further.takeAvoided());
            }
            return;
        }
        active++;
        if (end != null) {
            attempt.refuse(end);
        } else if (draining) {
            attempt.refuse(Failures.clientDrains());
        } else {
            retries.begin(attempt.call());
            place(attempt, null);
        }
    }

    @Override
    public void ended() {
        active--;
        closeWhenDrained();
    }

    private void place(CarriedCall attempt) {
        place(attempt, null);
    }

    private void place(CarriedCall attempt, @Nullable LinkedConnection avoided) {
        if (end == null && now() >= attentionAt) {
            wake();
        }
        if (end != null) {
            attempt.refuse(end);
            return;
        }
        ClientConnection carrier = avoided == null ? subchannels.pick() : subchannels.pickBeside(avoided);
        if (carrier != null) {
            carrier.submit(attempt);
            touch(carrier);
        } else {
            await(attempt);
        }
    }

    private void await(CarriedCall attempt) {
        if (attempt.patient() || hopeful()) {
            waiting.add(attempt);
            connectionsChanged();
        } else {
            attempt.refuse(noConnection());
        }
    }

    @Override
    public void failed(CarriedCall attempt, CallFailure problem) {
        retries.failed(attempt, problem);
    }

    @Override
    public void refused(CarriedCall attempt, CallFailure problem) {
        retries.refused(attempt, problem);
    }

    @Override
    public boolean answered(CarriedCall attempt, Attempts attempts) {
        return retries.answered(attempt, attempts);
    }

    @Override
    public void cancel(ClientCall<?, ?> call, ClientCall.GivenUp how) {
        Attempts attempts = call.attempts();
        if (attempts == null) {
            cancelAttempt(call, how);
        } else {
            retries.cancel(call, attempts, how);
        }
    }

    /** Gives up an attempt, which then fails, now or with the server's answer. */
    void cancelAttempt(CarriedCall attempt, ClientCall.GivenUp how) {
        LinkedConnection carrier = attempt.connection();
        if (carrier == null) {
            waiting.cancel(attempt);
        } else {
            carrier.cancel(attempt, how);
            touch(carrier);
        }
    }

    @Override
    public void taken(StreamCall<?, ?, ?> call, long cost) {
        CarriedCall attempt = call.current();
        LinkedConnection carrier = attempt.connection();
        if (carrier != null) {
            carrier.connection().itemsTaken(attempt, cost, now());
            touch(carrier);
        }
    }

    @Override
    public void uploaded(StreamCall<?, ?, ?> call) {
        LinkedConnection carrier = call.connection();
        if (carrier != null) {
            touch(carrier);
        }
    }

    /** The connection has its turn at the end of the batch, or soon. */
    private void touch(LinkedConnection carrier) {
        if (turns.add(carrier) && !inBatch) {
            later(flush);
        }
    }

    /** A link is open: what happens on it is reported to {@code subchannel}. */
    ClientConnection open(Link link, Subchannel subchannel) {
        ClientConnection connection = new ClientConnection(link, this, subchannel);
        open.add(connection);
        return connection;
    }

    void ended(ClientConnection connection) {
        open.remove(connection);
        completeWhenEnded();
    }

    /** The resolver has said where the servers are. */
    void resolved(List<Endpoint> addresses) {
        if (end == null) {
            subchannels.update(addresses);
            connectionsChanged();
        }
    }

    /** A connection was lost, or could not be made. */
    void connectionLeft() {
        if (end == null) {
            resolving.suspect();
        }
    }

    /** Something has changed about the connections: calls that wait go, or fail, or the next attempt is due. */
    void connectionsChanged() {
        if (end != null || waking) {
            return;
        }
        if (subchannels.anyReady()) {
            waiting.takeAll(this::place);
        } else if (!hopeful() && wanted() && dueAt() <= now()) {
            wake();
            return;
        } else if (!hopeful()) {
            CallFailure failure = noConnection();
            waiting.refuseImpatient(failure);
            readiness.failed(failure.text());
        }
        readiness.changed(state());
        attentionAt = dueAt();
        setWakeUp();
        setExpiry();
    }

    boolean closed() {
        return end != null;
    }

    boolean anyReady() {
        return subchannels.anyReady();
    }

    /** Asks for addresses and connects, as far as it is time to. */
    private void wake() {
        if (end != null || waking) {
            return;
        }
        listenForTheEnd();
        if (end != null) {
            return;
        }
        waking = true; // what fails or succeeds at once is looked at when everything has begun
        resolving.attend();
        subchannels.connect();
        waking = false;
        connectionsChanged();
    }

    private long dueAt() {
        return Math.min(resolving.dueAt(), subchannels.dueAt());
    }

    /** Whether a connection may be there soon. */
    private boolean hopeful() {
        return subchannels.connecting() || resolving.pending();
    }

    /** Whether a connection is to be made although no call comes. */
    private boolean wanted() {
        return settings.channel().beginning() == ChannelSettings.Beginning.EAGER
                || !waiting.isEmpty()
                || readiness.awaited();
    }

    private ConnectionState state() {
        ConnectionState known = subchannels.state();
        if (known != ConnectionState.IDLE) {
            return known;
        }
        if (resolving.pending()) {
            return ConnectionState.CONNECTING;
        }
        return resolving.failure() == null ? ConnectionState.IDLE : ConnectionState.TRANSIENT_FAILURE;
    }

    private CallFailure noConnection() {
        String unresolved = resolving.failure();
        return Failures.noConnection(
                unresolved == null
                        ? subchannels.failure(resolving.target())
                        : "can't find the addresses of " + resolving.target() + ": " + unresolved);
    }

    private void drainInbox() {
        inBatch = true;
        Throwable failure = inbox.processAll();
        inBatch = false;
        try {
            turns.take();
        } finally {
            setExpiry();
        }
        Inbox.rethrow(failure);
    }

    /** Else a client that only waits for a timer would not hear of it that its transport is closed. */
    private void listenForTheEnd() {
        if (transportEnd == null) {
            transportEnd = loop.whenClosed(this::transportClosed);
        }
    }

    /** The transport is being closed under this client: the connections hear of it by themselves, all others here. */
    private void transportClosed() {
        end(Failures.transportClosed());
        subchannels.close();
        completeWhenEnded();
    }

    /** The transport was closed under this client: no loop is left, and no connection either. */
    synchronized void processWithoutLoop() {
        LOG.log(System.Logger.Level.DEBUG, "the transport of this client is closed");
        CallFailure gone = end == null ? Failures.transportClosed() : end;
        end = gone;
        Throwable failure = inbox.processAll();
        waiting.refuseAll(gone);
        retries.refuseDelayed(gone);
        readiness.close(gone.text());
        Inbox.rethrow(failure);
    }

    /** Attempts that the client makes by itself begin when the last one's wait is over. */
    private void setWakeUp() {
        wakeUp.set(wanted() && !hopeful() ? dueAt() : Alarm.NEVER);
    }

    private void setExpiry() {
        expiry.setNoLaterThan(waiting.earliestDeadline());
    }

    private void expire() {
        waiting.expire(now(), Failures.deadlineWithoutConnection(whyNone()));
        setExpiry();
    }

    private String whyNone() {
        return hopeful() ? "it is still being made" : noConnection().text();
    }

    private void closeOnLoop() {
        end(Failures.clientClosed());
        List.copyOf(open).forEach(ClientConnection::close);
        subchannels.close();
        completeWhenEnded();
    }

    private void end(CallFailure why) {
        if (end != null) {
            return;
        }
        end = why;
        expiry.cancel(); // else it would keep this client in memory until the last deadline of a call
        wakeUp.cancel();
        graceEnd.cancel();
        if (transportEnd != null) {
            transportEnd.cancel();
        }
        resolving.close();
        waiting.refuseAll(why);
        retries.refuseDelayed(why);
        readiness.close(why.text());
    }

    private void completeWhenEnded() {
        if (end != null && open.isEmpty()) {
            ended.complete(null);
        }
    }
}
