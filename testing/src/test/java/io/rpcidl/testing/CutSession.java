package io.rpcidl.testing;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcClient;
import io.rpcidl.RpcServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.LongFunction;
import testing.probe.v1.AbsentClient;
import testing.probe.v1.Piece;
import testing.probe.v1.Probe;
import testing.probe.v1.ProbeClient;

/** One run of the script: calls of every kind over one connection. */
final class CutSession {
    private static final Duration DEADLINE = Duration.ofMillis(50);

    private final CutWorld world;
    private final FaultTransport faults;
    private final CallTap tap;
    private final Ledger ledger = new Ledger();
    private final List<CutCall> calls = new ArrayList<>();
    private final List<PieceCollector> collectors = new ArrayList<>();
    private final String large;
    private final RpcServer server;
    private final RpcClient client;
    private final Probe.Async probe;
    private final Probe.Async hasty;
    private long numbers;

    /** A session whose large messages and items have so many octets. */
    CutSession(CutWorld world, int largeOctets) {
        this.world = world;
        faults = FaultTransport.over(world.transport());
        tap = new CallTap(faults);
        large = "x".repeat(largeOctets);
        server = RpcServer.builder()
                .plaintext()
                .transport(faults)
                .listen("127.0.0.1", 0)
                .directExecutor()
                .add(Probe.asyncService(ledger))
                .start();
        client = RpcClient.builder()
                .plaintext()
                .transport(tap)
                .target("127.0.0.1:" + server.port())
                .directExecutor()
                .build();
        probe = new ProbeClient(client).async();
        hasty = new ProbeClient(client)
                .with(CallOptions.DEFAULT.withDeadline(DEADLINE))
                .async();
    }

    FaultTransport faults() {
        return faults;
    }

    CallTap tap() {
        return tap;
    }

    Ledger ledger() {
        return ledger;
    }

    List<CutCall> calls() {
        return calls;
    }

    List<PieceCollector> collectors() {
        return collectors;
    }

    /** Makes the calls, as long as the connection lives. */
    void play() {
        for (Runnable step : script()) {
            if (!tap.lost()) {
                step.run();
                world.run();
            }
        }
    }

    /** Ends everything: first what time ends, then what is left. */
    void end() {
        world.awaitEnds(this);
        world.close(client);
        world.close(server);
    }

    private static Piece piece(long number, String text) {
        return Piece.builder().number(number).text(text).build();
    }

    private List<Runnable> script() {
        List<Runnable> script = new ArrayList<>();
        script.add(
                () -> { // before anything is known of the server
                    unary("unary", number -> probe.echo(piece(number, "first")));
                    unary("large", number -> probe.echo(piece(number, large)));
                    unary("oneway", number -> probe.note(piece(number, "a note")));
                    unary("declared", number -> probe.refuse(piece(number, "")));
                });
        script.add(() -> {
            unary("undeclared", number -> probe.fail(piece(number, "")));
            unary("refused", number -> new AbsentClient(client).async().echo(piece(number, "")));
            unary("oneway", number -> probe.note(piece(number, large)));
            unary("large", number -> probe.echo(piece(number, large)));
            unary("unary", number -> probe.echo(piece(number, "")));
        });
        script.add(() -> streams(""));
        script.add(() -> streams(large));
        long late = 500;
        script.add(() -> {
            add(new CutCall("parked", late, tap).endsWith(probe.work(piece(late, "late"))));
            add(new CutCall("parked", late + 1, tap).endsWith(hasty.work(piece(late + 1, "never"))));
            unary("deadline", number -> hasty.work(piece(number, "never")));
            unary("deadline", number -> hasty.work(piece(number, large)));
            CompletableFuture<Piece> withdrawn = cancellable("withdrawn");
            withdrawn.cancel(false);
        });
        List<CompletableFuture<Piece>> given = new ArrayList<>();
        script.add(() -> given.add(cancellable("cancelled")));
        script.add(() -> given.get(0).cancel(false));
        script.add(() -> world.advance(DEADLINE.plusMillis(1)));
        script.add(() -> ledger.finish(late));
        script.add(() -> unary("unary", number -> probe.echo(piece(number, "last"))));
        return script;
    }

    private CompletableFuture<Piece> cancellable(String kind) {
        long number = ++numbers;
        CompletableFuture<Piece> call =
                probe.work(piece(number, "to be cancelled")).toCompletableFuture();
        add(new CutCall(kind, number, tap).endsWith(call));
        return call;
    }

    private void streams(String text) {
        stream("server stream", ++numbers, number -> probe.count(piece(number, text)));
        stream("server stream", ++numbers + Ledger.REFUSED, number -> probe.count(piece(number, text)));
        PieceCollector given = stream("cancelled stream", ++numbers, number -> probe.count(piece(number, text)));
        unary("upload", number -> probe.sum(number, new PiecePublisher(text, Ledger.PIECES)));
        long early = ++numbers + Ledger.HASTY;
        add(new CutCall("upload", early, tap).endsWith(probe.sum(early, new PiecePublisher(text, Ledger.PIECES))));
        stream("bidirectional", ++numbers, number -> probe.mirror(number, new PiecePublisher(text, Ledger.PIECES)));
        given.cancel();
    }

    private void unary(String kind, LongFunction<CompletionStage<?>> call) {
        long number = ++numbers;
        add(new CutCall(kind, number, tap).endsWith(call.apply(number)));
    }

    private PieceCollector stream(String kind, long number, LongFunction<Flow.Publisher<Piece>> call) {
        PieceCollector collector = new PieceCollector(Long.MAX_VALUE);
        collectors.add(collector);
        call.apply(number).subscribe(collector);
        if (!kind.startsWith("cancelled")) { // a subscriber who cancels hears nothing more
            add(new CutCall(kind, number, tap).endsWith(collector.end()));
        }
        return collector;
    }

    private void add(CutCall call) {
        calls.add(call);
    }
}
