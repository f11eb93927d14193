package io.rpcidl.processes.idle;

import io.rpcidl.RpcClient;
import io.rpcidl.processes.child.Child;
import io.rpcidl.processes.load.Patience;
import io.rpcidl.processes.security.Security;
import io.rpcidl.processes.serve.Memory;
import io.rpcidl.transport.RpcClock;
import io.rpcidl.transport.netty.NettyTransport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * Clients in a process of its own, one connection each, that share loops and threads. It answers {@code open N}, which opens
 * connections until there are N and makes one call over each new one, {@code build N}, which only makes the clients, and
 * {@code memory}. It ends with its input.
 */
public final class HolderProcess {
    private final NettyTransport transport = NettyTransport.withLoops(2, RpcClock.system());
    private final Executor completions = ForkJoinPool.commonPool();
    private final List<RpcClient> clients = new ArrayList<>();
    private final int port;
    private final Security security;
    private int opened;

    private HolderProcess(int port, Security security) {
        this.port = port;
        this.security = security;
    }

    /** Starts a process that will hold connections to {@code port}. */
    static Child start(int port, Security security, List<String> options) {
        return Child.jvm(List.of(), options, HolderProcess.class, List.of(Integer.toString(port), security.name()));
    }

    /** Holds connections to the port that is its first argument, and speaks as the second one says. */
    public static void main(String[] arguments) throws IOException {
        HolderProcess holder = new HolderProcess(Integer.parseInt(arguments[0]), Security.named(arguments[1]));
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            System.out.println(holder.answer(question));
        }
    }

    private String answer(String question) {
        if (question.startsWith("open ")) {
            open(Integer.parseInt(question.substring("open ".length())));
            return "open " + opened;
        }
        if (question.startsWith("build ")) {
            build(Integer.parseInt(question.substring("build ".length())));
            return "built " + clients.size();
        }
        if (question.equals("memory")) {
            return Memory.now().line();
        }
        throw new IllegalArgumentException("nobody knows the question '" + question + "'");
    }

    /** Clients that have no connection yet. */
    private void build(int count) {
        while (clients.size() < count) {
            clients.add(security.of(RpcClient.builder())
                    .target("127.0.0.1:" + port)
                    .transport(transport)
                    .executor(completions)
                    .build());
        }
    }

    /** One after the other, so that the queue of connections to be accepted never overflows. */
    private void open(int count) {
        build(count);
        while (opened < count) {
            Patience.awaitAnswer(clients.get(opened), opened);
            opened++;
        }
    }
}
