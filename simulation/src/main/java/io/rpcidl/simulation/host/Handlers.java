package io.rpcidl.simulation.host;

import io.rpcidl.CallContext;
import io.rpcidl.CallOptions;
import io.rpcidl.codec.Empty;
import io.rpcidl.simulation.audit.Callbacks;
import io.rpcidl.simulation.audit.Judge;
import io.rpcidl.simulation.script.Op;
import io.rpcidl.simulation.script.Op.Ending;
import io.rpcidl.simulation.world.Machine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The handlers of one server: each follows the script of the operation whose call it answers. */
final class Handlers {
    private final Machine machine;
    private final Judge judge;

    Handlers(Machine machine, Judge judge) {
        this.machine = machine;
        this.judge = judge;
    }

    Packet quick(Packet request) throws Refusal {
        return end(begin(request));
    }

    CompletionStage<Packet> work(Packet request) {
        Op op = begin(request);
        CompletableFuture<Packet> answer = new CompletableFuture<>();
        machine.after(op.call().work(), () -> {
            if (!answer.isDone()) {
                complete(op, answer);
            }
        });
        // What is called minimal in the JDK can't be cancelled from outside.
        return op.call().ending() == Ending.STUBBORN ? answer.minimalCompletionStage() : answer;
    }

    /** The call back says how it went; the answer follows the script all the same. */
    CompletionStage<Packet> relay(Packet request) {
        Op op = begin(request);
        CompletableFuture<Packet> answer = new CompletableFuture<>();
        Callbacks callbacks = judge.callbacks();
        callbacks.made(op.number(), machine);
        CompletionStage<Packet> unused = CallContext.current()
                .caller()
                .callAsync(Service.BACK, request, CallOptions.DEFAULT)
                .whenComplete((back, failure) -> {
                    if (failure == null) {
                        callbacks.answered(op.number(), Service.answersBack(op.number(), back));
                    } else {
                        callbacks.failed(op.number(), failure);
                    }
                    if (!answer.isDone()) {
                        complete(op, answer);
                    }
                });
        return answer;
    }

    Empty tell(Packet note) {
        judge.onewayRuns(begin(note));
        return Empty.INSTANCE;
    }

    Op begin(Packet request) {
        return judge.handlerBegins(request.operation(), request.body().size(), checks(request));
    }

    void complete(Op op, CompletableFuture<Packet> answer) {
        try {
            answer.complete(end(op));
        } catch (Refusal | IllegalStateException failure) {
            answer.completeExceptionally(failure);
        }
    }

    /** Comes to the end of the script. */
    Packet end(Op op) throws Refusal {
        judge.handlerEnds(op);
        return switch (op.call().ending()) {
            case RESULT, STUBBORN -> Packet.answer(op.number(), op.call().answerSize());
            case DECLARED -> throw new Refusal(op.number());
            case FAILURE -> throw new ScriptedFailure();
        };
    }

    private static boolean checks(Packet request) {
        return request.equals(
                Packet.request((int) request.operation(), request.body().size()));
    }

    /** A failure that nobody declares; without a stack, since there are many. */
    private static final class ScriptedFailure extends IllegalStateException {
        private static final long serialVersionUID = 1;

        ScriptedFailure() {
            super("the script says so");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
