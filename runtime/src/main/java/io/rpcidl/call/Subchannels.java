package io.rpcidl.call;

import io.rpcidl.balance.Balancer;
import io.rpcidl.balance.Balancer.Spread;
import io.rpcidl.balance.ConnectionState;
import io.rpcidl.balance.Picker;
import io.rpcidl.introspection.AddressSnapshot;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.LoopTimer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The ways to all addresses of one client: which of them are being connected, and which one takes a call. Only on the loop.
 *
 * <p>With {@link Spread#ONE} addresses are tried in their order, each a quarter of a second after the one before or as soon as
 * that has failed, and the first that answers stays (RFC 8305, section 5). With {@link Spread#ALL} all are connected.
 */
final class Subchannels {
    private static final long NEXT_ADDRESS = TimeUnit.MILLISECONDS.toNanos(250);

    private final ClientConnections client;
    private final Balancer balancer;
    private final Spread spread;
    private Map<Endpoint, Subchannel> all = new LinkedHashMap<>();
    private final ArrayDeque<Subchannel> upcoming = new ArrayDeque<>();
    private @Nullable LoopTimer nextAddress;
    private @Nullable Picker<Subchannel> picker;
    /** The address that the last connection was lost to, which is tried last. */
    private @Nullable Subchannel lastLeft;

    private @Nullable Subchannel lastFailed;

    Subchannels(ClientConnections client, Balancer balancer) {
        this.client = client;
        this.balancer = balancer;
        this.spread = balancer.spread();
    }

    /** A connection for a call; null when none is ready. */
    @Nullable
    ClientConnection pick() {
        // Whoever turns out to take no calls leaves the picker. A balancer may insist on one that left it long ago,
        // though.
        for (int left = all.size(); left >= 0 && picker != null; left--) {
            ClientConnection picked = picker.pick().open();
            if (picked != null) {
                return picked;
            }
        }
        return anyOpen();
    }

    private @Nullable ClientConnection anyOpen() {
        for (Subchannel subchannel : List.copyOf(all.values())) {
            ClientConnection open = subchannel.ready() ? subchannel.open() : null;
            if (open != null) {
                return open;
            }
        }
        return null;
    }

    /** A connection for a call that had better not go to {@code avoided}; that one all the same when there is no other. */
    @Nullable
    ClientConnection pickBeside(LinkedConnection avoided) {
        List<Subchannel> others = new ArrayList<>();
        for (Subchannel subchannel : all.values()) {
            ClientConnection candidate = subchannel.ready() ? subchannel.open() : null;
            if (candidate != null && candidate != avoided) {
                others.add(subchannel);
            }
        }
        ClientConnection other =
                others.isEmpty() ? null : balancer.picker(others).pick().open();
        return other == null ? pick() : other;
    }

    List<AddressSnapshot> snapshot() {
        return all.values().stream().map(Subchannel::snapshot).toList();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    boolean anyReady() {
        return picker != null;
    }

    /** Whether a connection may be there soon. */
    boolean connecting() {
        return !upcoming.isEmpty() || all.values().stream().anyMatch(Subchannel::connecting);
    }

    /** From when on {@link #connect} has something to do; {@link Subchannel#NEVER} when it has not. */
    long dueAt() {
        if (spread == Spread.ONE && (connecting() || all.values().stream().anyMatch(Subchannel::connected))) {
            return Subchannel.NEVER;
        }
        return all.values().stream().mapToLong(Subchannel::startableAt).min().orElse(Subchannel.NEVER);
    }

    /** Begins every attempt that may begin. */
    void connect() {
        long now = client.now();
        if (dueAt() > now) {
            return;
        }
        List<Subchannel> startable = new ArrayList<>();
        for (Subchannel subchannel : all.values()) {
            if (subchannel.startableAt() <= now) {
                startable.add(subchannel);
            }
        }
        if (spread == Spread.ALL) {
            startable.forEach(Subchannel::connect);
            return;
        }
        if (lastLeft != null && startable.remove(lastLeft)) {
            startable.add(lastLeft);
        }
        upcoming.addAll(startable);
        connectNext();
    }

    /** Lets every address be tried at once. */
    void forgetFailures() {
        all.values().forEach(Subchannel::forgetFailures);
    }

    /** The addresses are these from now on. */
    void update(List<Endpoint> addresses) {
        Map<Endpoint, Subchannel> before = all;
        Map<Endpoint, Subchannel> after = new LinkedHashMap<>();
        for (Endpoint address : addresses) {
            Subchannel known = before.get(address);
            after.put(address, known != null ? known : client.subchannel(address, this));
        }
        all = after;
        before.forEach((address, subchannel) -> {
            if (!after.containsKey(address)) {
                upcoming.remove(subchannel);
                subchannel.remove();
            }
        });
        refreshPicker();
    }

    /** Gives up every attempt. */
    void close() {
        upcoming.clear();
        stopWaiting();
        all.values().forEach(Subchannel::abandonAttempt);
    }

    /** Why no connection is ready, in one sentence. */
    String failure(String target) {
        Subchannel failed = lastFailed;
        if (failed == null || failed.failure() == null) {
            return "no server of " + target + " is connected";
        }
        String others =
                all.size() > 1 ? " (nor to any other of the " + all.size() + " addresses of " + target + ")" : "";
        return failed.connected()
                ? failed.endpoint() + " does not serve" + others + ": " + failed.failure()
                : "can't connect to " + failed.endpoint() + others + ": " + failed.failure();
    }

    ConnectionState state() {
        if (anyReady()) {
            return ConnectionState.READY;
        }
        if (connecting()) {
            return ConnectionState.CONNECTING;
        }
        boolean failed = all.values().stream().anyMatch(each -> each.state() == ConnectionState.TRANSIENT_FAILURE);
        return failed ? ConnectionState.TRANSIENT_FAILURE : ConnectionState.IDLE;
    }

    void changed(Subchannel subchannel) {
        balancer.changed(subchannel.endpoint(), subchannel.state());
    }

    void established(Subchannel subchannel) {
        if (spread == Spread.ONE) {
            upcoming.clear();
            stopWaiting();
            all.values().forEach(Subchannel::abandonAttempt);
        }
        lastLeft = null;
        settle(subchannel);
    }

    void left(Subchannel subchannel) {
        lastLeft = subchannel;
        settle(subchannel);
        client.connectionLeft();
    }

    void attemptFailed(Subchannel subchannel) {
        lastFailed = subchannel;
        if (!upcoming.isEmpty()) {
            stopWaiting();
            connectNext();
        }
        settle(subchannel);
        client.connectionLeft();
    }

    void servingChanged(Subchannel subchannel) {
        lastFailed = subchannel;
        settle(subchannel);
    }

    private void settle(Subchannel subchannel) {
        refreshPicker();
        changed(subchannel);
        client.connectionsChanged();
    }

    private void connectNext() {
        nextAddress = null;
        Subchannel next = upcoming.poll();
        if (next == null) {
            return;
        }
        if (!upcoming.isEmpty()) {
            nextAddress = client.loop().schedule(client.now() + NEXT_ADDRESS, this::connectNext);
        }
        next.connect();
    }

    private void stopWaiting() {
        if (nextAddress != null) {
            nextAddress.cancel();
            nextAddress = null;
        }
    }

    private void refreshPicker() {
        List<Subchannel> ready = all.values().stream().filter(Subchannel::ready).toList();
        picker = ready.isEmpty() ? null : balancer.picker(ready);
    }
}
