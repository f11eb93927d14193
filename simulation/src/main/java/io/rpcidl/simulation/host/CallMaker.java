package io.rpcidl.simulation.host;

import io.rpcidl.RpcChannel;
import io.rpcidl.codec.MethodDescriptor;
import io.rpcidl.simulation.audit.CallRecord;
import io.rpcidl.simulation.audit.Judge;
import io.rpcidl.simulation.script.Op;
import io.rpcidl.simulation.world.Machine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Makes the calls of one client, gives them up when the script says so, and tells the judge how they ended. */
final class CallMaker {
    private final Machine machine;
    private final Judge judge;
    private final StreamCallMaker streams;
    private int open;

    CallMaker(Machine machine, Judge judge) {
        this.streams = new StreamCallMaker(machine, judge, this);
        this.machine = machine;
        this.judge = judge;
    }

    /** How many calls have not ended. */
    int open() {
        return open;
    }

    void make(Op op, RpcChannel channel) {
        CallRecord record = new CallRecord(op, machine);
        judge.begins(record);
        open++;
        Packet request = Packet.request(op.number(), op.call().size());
        Runnable giveUp = switch (op.kind()) {
            case QUICK -> call(record, Service.QUICK, request, channel);
            case WORK -> call(record, Service.WORK, request, channel);
            case READ -> call(record, Service.READ, request, channel);
            case STORE -> call(record, Service.STORE, request, channel);
            case RELAY -> call(record, Service.RELAY, request, channel);
            case SEND -> watch(record, streams.send(record, request, channel));
            case GIVE, EXCHANGE -> streams.take(record, request, channel);
            default -> call(record, Service.TELL, request, channel);
        };
        long cancelAfter = op.call().cancelAfter();
        if (cancelAfter >= 0 && !record.ended()) {
            machine.after(cancelAfter, () -> {
                record.cancelled |= !record.ended();
                giveUp.run();
            });
        }
    }

    private <R> Runnable call(
            CallRecord record, MethodDescriptor<Packet, R> method, Packet request, RpcChannel channel) {
        return watch(record, channel.callAsync(method, request, ClientHost.options(record.op)));
    }

    private <R> Runnable watch(CallRecord record, CompletionStage<R> stage) {
        CompletionStage<R> unused = stage.whenComplete((answer, failure) -> ended(record, answer, failure));
        CompletableFuture<R> future = stage.toCompletableFuture();
        return () -> future.cancel(true);
    }

    /** A call has ended in another way. */
    void closed() {
        open--;
    }

    /** A call has its answer, or has failed. */
    void ended(CallRecord record, @Nullable Object answer, @Nullable Throwable failure) {
        closed();
        Op op = record.op;
        if (failure == null) {
            boolean right = op.kind() == Op.Kind.TELL
                    || Packet.answer(op.number(), op.call().answerSize()).equals(answer);
            judge.answered(record, right);
        } else if (failure instanceof Refusal refusal) {
            judge.declaredError(record, refusal.operation() == op.number());
        } else {
            judge.failed(record, failure);
        }
    }
}
