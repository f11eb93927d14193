package io.rpcidl.call;

import io.rpcidl.connection.CallFailure;
import io.rpcidl.introspection.ClientSnapshot;
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
    private final Reachability way;
    private final WaitingCalls waiting;
    private final Retries retries;
    private final Readiness readiness;
    private final ClientCounters counters = new ClientCounters();
    private final RecentFailures failures = new RecentFailures();
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

    ClientConnections(Transport transport, ClientSettings settings) {
        this.transport = transport;
        this.settings = settings;
        this.codecs = new CodecPool(settings.messages());
        this.loop = transport.loop();
        ChannelSettings channel = settings.channel();
        this.subchannels = new Subchannels(this, channel.balancer().create(channel.random()));
        this.resolving = new Resolving(this, channel.resolver(), newDelay());
        this.way = new Reachability(subchannels, resolving);
        this.waiting = new WaitingCalls(settings.waitingCalls(), loop, way);
        this.retries = new Retries(this, settings, counters);
        this.readiness = new Readiness(settings.completions());
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
        orElse(task, () -> LOG.log(System.Logger.Level.DEBUG, "the loop of this client is closed"));
    }

    private void orElse(Runnable task, Runnable whenTheLoopIsClosed) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException loopClosed) {
            whenTheLoopIsClosed.run();
        }
    }

    /** What the client is doing; any thread. The future completes on the loop, or at once when that has ended. */
    CompletableFuture<ClientSnapshot> snapshot() {
        CompletableFuture<ClientSnapshot> seen = new CompletableFuture<>();
        orElse(() -> seen.complete(look()), () -> seen.complete(lookWithoutLoop()));
        return seen;
    }

    private ClientSnapshot look() {
        return new ClientSnapshot(
                readiness.state(),
                counters.calls(waiting.size(), retries.delayed()),
                retries.snapshot(),
                subchannels.snapshot(),
                open.stream().map(ClientConnection::snapshot).toList(),
                failures.all(now()));
    }

    private synchronized ClientSnapshot lookWithoutLoop() {
        processWithoutLoop();
        return look();
    }

    /** Keeps for {@link #snapshot} what has gone wrong with an address. */
    void note(String peer, String what) {
        if (end == null) {
            failures.add(now(), peer, what);
        }
    }

    /** Ends everything; the future completes when the connections are gone. Any thread, any number of times. */
    CompletableFuture<@Nullable Void> close() {
        orElse(this::closeOnLoop, () -> ended.complete(null));
        return ended;
    }

    /** Takes no more calls, and closes when those that were made have ended, or when {@code grace} is over. Any thread. */
    CompletableFuture<@Nullable Void> drain(Duration grace) {
        orElse(() -> drainOnLoop(grace), () -> ended.complete(null));
        return ended;
    }

    private void drainOnLoop(Duration grace) {
        if (!draining && end == null) {
            draining = true;
            listenForTheEnd();
            graceEnd.set(now() + grace.toNanos());
            closeWhenDrained();
        }
    }

    private void closeWhenDrained() {
        if (draining && counters.active() == 0 && end == null) {
            closeOnLoop();
        }
    }

    /** Connects now, whatever has failed before; the future says whether that has worked. Any thread. */
    CompletableFuture<@Nullable Void> connect() {
        CompletableFuture<@Nullable Void> connected = new CompletableFuture<>();
        orElse(() -> connectOnLoop(connected), () -> connected.completeExceptionally(readiness.closed()));
        return connected;
    }

    private void connectOnLoop(CompletableFuture<@Nullable Void> connected) {
        if (readiness.await(connected)) {
            subchannels.forgetFailures();
            resolving.forgetFailures();
            wake();
        }
    }

    @Override
    public void submit(CarriedCall attempt) {
        if (attempt instanceof Attempt further) {
            if (retries.wanted(further)) {
                place(further, further.takeAvoided());
            }
            return;
        }
        counters.made();
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
        counters.ended();
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
        if (attempt.patient() || way.hopeful()) {
            waiting.add(attempt);
            connectionsChanged();
        } else {
            attempt.refuse(way.noConnection());
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
        } else if (!way.hopeful() && wanted() && way.dueAt() <= now()) {
            wake();
            return;
        } else if (!way.hopeful()) {
            CallFailure failure = way.noConnection();
            waiting.refuseImpatient(failure);
            readiness.failed(failure.text());
        }
        readiness.changed(way.state());
        attentionAt = way.dueAt();
        setWakeUp();
        waiting.setExpiry();
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

    /** Whether a connection is to be made although no call comes. */
    private boolean wanted() {
        return settings.channel().beginning() == ChannelSettings.Beginning.EAGER
                || !waiting.isEmpty()
                || readiness.awaited();
    }

    private void drainInbox() {
        inBatch = true;
        Throwable failure = inbox.processAll();
        inBatch = false;
        try {
            turns.take();
        } finally {
            waiting.setExpiry();
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
        wakeUp.set(wanted() && !way.hopeful() ? way.dueAt() : Alarm.NEVER);
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
