package io.rpcidl.simulation.host;

import io.rpcidl.CallOptions;
import io.rpcidl.RpcChannel;
import io.rpcidl.simulation.audit.CallRecord;
import io.rpcidl.simulation.audit.Judge;
import io.rpcidl.simulation.observe.Mark;
import io.rpcidl.simulation.script.Op;
import io.rpcidl.simulation.world.Machine;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Makes the calls of one client that have streams. */
final class StreamCallMaker {
    private final Machine machine;
    private final Judge judge;
    private final CallMaker calls;

    StreamCallMaker(Machine machine, Judge judge, CallMaker calls) {
        this.machine = machine;
        this.judge = judge;
        this.calls = calls;
    }

    /** Sends items; the stage completes with the answer. */
    CompletionStage<Packet> send(CallRecord record, Packet request, RpcChannel channel) {
        Op op = record.op;
        return channel.clientStreamAsync(Service.SEND, request, upload(op), ClientHost.options(op));
    }

    /** Takes items, and sends some when the method wants them; what comes back stops it. */
    Runnable take(CallRecord record, Packet request, RpcChannel channel) {
        Op op = record.op;
        CallOptions options = ClientHost.options(op);
        Flow.Publisher<Packet> items = op.kind() == Op.Kind.GIVE
                ? channel.serverStreamAsync(Service.GIVE, request, options)
                : channel.bidirectionalAsync(Service.EXCHANGE, request, upload(op), options);
        Collector collector = new Collector(machine, op, op.stream().stopAfter(), new Listener(record));
        items.subscribe(collector);
        return collector::stop;
    }

    private Flow.Publisher<Packet> upload(Op op) {
        return new ScriptedItems(machine, op, op.stream().up(), () -> null);
    }

    private final class Listener implements Collector.Listener {
        private final CallRecord record;

        Listener(CallRecord record) {
            this.record = record;
        }

        @Override
        public void completed(int items) {
            machine.world().reach(Mark.RESULT_STREAM_WHOLE);
            calls.closed();
            judge.answered(record, items == record.op.stream().down());
        }

        @Override
        public void failed(int items, Throwable failure) {
            if (items > 0) {
                machine.world()
                        .reach(
                                failure instanceof Refusal
                                        ? Mark.DECLARED_ERROR_BEHIND_ITEMS
                                        : Mark.STREAM_LOST_BEHIND_ITEMS);
            }
            calls.ended(record, null, failure);
        }

        @Override
        public void stopped(int items) {
            machine.world().reach(Mark.STREAM_STOPPED);
            calls.closed();
            judge.stopped(record);
        }
    }
}
