package io.rpcidl;

import io.rpcidl.transport.RpcClock;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Measures a call in one process, by each way: the least of several rounds, since other work disturbs and never helps. */
final class LocalSpeed {
    private static final Message MESSAGE = new Message("hello", 42);
    private static final int ROUNDS = 40;
    private static final int CALLS = 500;

    private LocalSpeed() {}

    public static void main(String[] args) {
        Echo handler = new Echo() {};
        System.out.println(line("the handler itself", CallsOf.of(message -> {
            try {
                return handler.echo(message);
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        })));
        for (boolean direct : new boolean[] {true, false}) {
            UnaryOperator<RpcServerBuilder> executor =
                    direct ? RpcServerBuilder::directExecutor : UnaryOperator.identity();
            String where = direct ? ", no executor" : ", executor";
            measure(handler, executor, where);
        }
    }

    private static void measure(Echo handler, UnaryOperator<RpcServerBuilder> options, String where) {
        try (RpcServer memory = options.apply(RpcServer.builder().inProcess())
                        .add(Echo.service(handler))
                        .start();
                RpcServer tcp = options.apply(RpcServer.builder().plaintext().listen("127.0.0.1", 0))
                        .add(Echo.service(handler))
                        .start();
                DirectClient direct = DirectClient.of(memory).build();
                RpcClient loopback = RpcClient.builder().loopback(memory).build();
                RpcClient remote = RpcClient.builder()
                        .plaintext()
                        .target("127.0.0.1:" + tcp.port())
                        .build()) {
            System.out.println(line("direct" + where, CallsOf.of(message -> CallFixture.echo(direct, message))));
            System.out.println(line("loopback" + where, CallsOf.of(message -> CallFixture.echo(loopback, message))));
            System.out.println(line("TCP" + where, CallsOf.of(message -> CallFixture.echo(remote, message))));
        }
    }

    /** A way to call. */
    private interface CallsOf {
        Message call(Message message);

        static CallsOf of(CallsOf calls) {
            return calls;
        }
    }

    private static String line(String what, CallsOf calls) {
        RpcClock clock = RpcClock.system();
        long best = Long.MAX_VALUE;
        long check = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = clock.nanoTime();
            for (int i = 0; i < CALLS; i++) {
                check += calls.call(MESSAGE).number();
            }
            best = Math.min(best, (clock.nanoTime() - begin) / CALLS);
        }
        return String.format(Locale.ROOT, "%-26s %9d ns a call (%d)", what, best, check);
    }
}
