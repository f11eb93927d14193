package io.rpcidl.simulation.host;

import io.rpcidl.simulation.audit.Judge;
import io.rpcidl.simulation.observe.Mark;
import io.rpcidl.simulation.script.Op;
import io.rpcidl.simulation.world.Machine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The handlers of one server whose calls have streams. */
final class StreamHandlers {
    private final Machine machine;
    private final Judge judge;
    private final Handlers handlers;

    StreamHandlers(Machine machine, Judge judge, Handlers handlers) {
        this.machine = machine;
        this.judge = judge;
        this.handlers = handlers;
    }

    Flow.Publisher<Packet> give(Packet request) {
        Op op = handlers.begin(request);
        return new ScriptedItems(machine, op, op.stream().down(), () -> ending(op));
    }

    /** Answers behind the last item, or earlier when the script says so; a cut upload is no reason to fail for the stubborn. */
    CompletionStage<Packet> send(Packet request, Flow.Publisher<Packet> items) {
        Op op = handlers.begin(request);
        CompletableFuture<Packet> answer = new CompletableFuture<>();
        items.subscribe(new Collector(machine, op, op.stream().stopAfter(), new Collector.Listener() {
            @Override
            public void completed(int count) {
                judge.uploadEnds(op, count);
                handlers.complete(op, answer);
            }

            @Override
            public void failed(int count, Throwable failure) {
                machine.world().reach(Mark.UPLOAD_BROKEN_OFF);
                if (op.call().ending() == Op.Ending.STUBBORN) {
                    handlers.complete(op, answer);
                } else {
                    answer.completeExceptionally(failure);
                }
            }

            @Override
            public void stopped(int count) {
                machine.world().reach(Mark.UPLOAD_ANSWERED_EARLY);
                handlers.complete(op, answer);
            }
        }));
        return answer;
    }

    /** Gives its items whatever comes. */
    Flow.Publisher<Packet> exchange(Packet request, Flow.Publisher<Packet> items) {
        Op op = handlers.begin(request);
        items.subscribe(new Collector(machine, op, -1, new Collector.Listener() {
            @Override
            public void completed(int count) {
                judge.uploadEnds(op, count);
            }

            @Override
            public void failed(int count, Throwable failure) {
                machine.world().reach(Mark.UPLOAD_BROKEN_OFF);
            }

            @Override
            public void stopped(int count) {
                // The script never stops it.
            }
        }));
        return new ScriptedItems(machine, op, op.stream().down(), () -> ending(op));
    }

    private @Nullable Throwable ending(Op op) {
        try {
            handlers.end(op);
            return null;
        } catch (Refusal | IllegalStateException failure) {
            return failure;
        }
    }
}
