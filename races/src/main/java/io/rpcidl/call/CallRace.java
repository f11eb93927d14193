package io.rpcidl.call;

import io.rpcidl.codec.Codecs;
import io.rpcidl.codec.Empty;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.codec.ServiceDescriptor;
import io.rpcidl.connection.CallTarget;
import io.rpcidl.connection.ConnectionSettings;
import io.rpcidl.frame.CallKind;
import io.rpcidl.frame.SchemaHash;
import io.rpcidl.value.DeclaredErrorException;
import io.rpcidl.value.Outcome;
import io.rpcidl.value.RpcException;
import io.rpcidl.wire.Limits;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client and a server on one loop, with the ways in which a call can end. Each of them may be let go by a thread of its
 * own; the real calls, connections, inboxes and accounts of the runtime decide what comes of it.
 */
final class CallRace {
    static final MethodDescriptor<Empty, Empty> METHOD = MethodDescriptor.unary("races.v1.Race", "run", 1)
            .parameters(Codecs.EMPTY)
            .result(Codecs.EMPTY)
            .build();
    private static final ServiceDescriptor SERVICE = ServiceDescriptor.of("races.v1.Race", METHOD);
    private static final CallTarget TARGET =
            new CallTarget(METHOD.service(), SchemaHash.NONE, METHOD.number(), CallKind.UNARY);
    private static final byte[] NO_FIELDS = {0};
    private static final long DEADLINE = 1_000_000_000;

    final RacedLoop loop = new RacedLoop();
    final AtomicInteger handlersEntered = new AtomicInteger();
    final ServerEnds ends = new ServerEnds();
    private final AtomicInteger completions = new AtomicInteger();
    private final RacedLink clientLink = new RacedLink(loop);
    private final RacedLink serverLink = new RacedLink(loop);
    private final RacedConnection server;
    private final RacedConnection client;
    private final BackCalls carrier;

    /** A race over calls that {@code method} answers on {@code handlers}. */
    CallRace(BoundMethod<Empty, Empty> method, Executor handlers) {
        Answering side =
                new Answering(loop::now, Limits.DEFAULTS, new Answering.Workers(handlers, handlers), ends, () -> 1);
        BoundService service = new BoundService(SERVICE, List.of(method));
        clientLink.join(serverLink);
        server = new RacedConnection(
                serverLink,
                LinkedConnection.Role.ACCEPTING,
                ConnectionSettings.offering(name -> name.equals(service.name()) ? service : null),
                side);
        client = new RacedConnection(clientLink, LinkedConnection.Role.CONNECTING, ConnectionSettings.calling(), null);
        carrier = new BackCalls(client, side.codecs());
        loop.execute(client::turn);
    }

    /** A race over calls whose handler returns at once. */
    static CallRace atOnce() {
        AtomicInteger[] entered = new AtomicInteger[1];
        CallRace race = new CallRace(
                new BoundMethod.Blocking<>(METHOD, parameters -> {
                    entered[0].incrementAndGet();
                    return parameters;
                }),
                Runnable::run);
        entered[0] = race.handlersEntered;
        return race;
    }

    /** Makes a call; it is told of its end on the thread that is the loop then. */
    AsyncCall<Empty, Empty> call() {
        AsyncCall<Empty, Empty> call = new AsyncCall<>(prepared(), carrier, task -> {
            completions.incrementAndGet();
            task.run();
        });
        carrier.ask(call);
        return call;
    }

    /** Makes a call and waits for it. */
    String callAndWait() {
        BlockingCall<Empty, Empty> call = new BlockingCall<>(prepared(), carrier);
        carrier.ask(call);
        try {
            call.await();
            return "replied";
        } catch (RpcException failure) {
            return failure.code() + " " + failure.outcome();
        } catch (DeclaredErrorException undeclared) {
            return "declared " + undeclared;
        }
    }

    private static PreparedCall<Empty, Empty> prepared() {
        return new PreparedCall<>(METHOD, TARGET, NO_FIELDS, 0, DEADLINE);
    }

    /** From here on the server's answers do not arrive. */
    void holdAnswers() {
        loop.execute(serverLink::hold);
    }

    /** The server's answers arrive, and those that follow too. */
    void answer() {
        loop.execute(serverLink::release);
    }

    /** From here on nothing leaves the client. */
    void holdRequests() {
        loop.execute(clientLink::block);
    }

    /** What the client has to send leaves it. */
    void send() {
        loop.execute(clientLink::unblock);
    }

    /** The deadline of all calls passes. */
    void deadline() {
        loop.execute(() -> loop.advanceTo(DEADLINE));
    }

    /** The connection is lost. */
    void lose() {
        loop.execute(clientLink::cut);
    }

    /** How the call has ended, and whether what it says of its execution is true. */
    String end(AsyncCall<Empty, Empty> call) {
        if (completions.get() != 1) {
            return "ended " + completions.get() + " times";
        }
        CompletableFuture<Empty> future = call.future();
        if (!future.isDone()) {
            return "not complete";
        }
        try {
            future.join();
            return "replied";
        } catch (CompletionException failed) {
            if (!(failed.getCause() instanceof RpcException failure)) {
                return "failed with " + failed.getCause();
            }
            boolean lie = failure.outcome() == Outcome.NOT_EXECUTED && handlersEntered.get() > 0;
            return (lie ? "lie: " : "") + failure.code() + " " + failure.outcome();
        }
    }

    /** How the server's side of one call has ended: whether its handler was entered, and what interceptors heard. */
    String serverEnd() {
        int slots = server.connection().counters().slots();
        return (handlersEntered.get() == 0 ? "refused" : "entered") + " " + ends + (slots == 0 ? "" : ", slot kept");
    }
}
