package io.rpcidl.processes.serve;

import io.rpcidl.RpcLimits;
import io.rpcidl.RpcServer;
import io.rpcidl.processes.child.Child;
import io.rpcidl.processes.ledger.Ledger;
import io.rpcidl.processes.ledger.LedgerWork;
import io.rpcidl.processes.security.Security;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import ledger.v1.Work;

/**
 * A server in a process of its own. It tells its port, then answers questions: {@code memory}, {@code connections}, which is how many there ever were, and {@code close}, which takes
 * no more calls and ends those that it has. It ends with its input.
 */
public final class ServerProcess {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String SECURITY = "security=";
    private static final Duration GRACE = Duration.ofSeconds(20);

    private ServerProcess() {}

    /**
     * Starts a server.
     *
     * @param ledger where it writes to
     * @param port where it listens, 0 for any
     * @param settings other than its defaults, as {@code name=number}: {@code calls} in flight on each connection,
     *     {@code connections} in all, which may come from one address too; and what {@link #secured} says
     * @param options of its JVM
     */
    public static Child start(Path ledger, int port, List<String> settings, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of(ledger.toString(), Integer.toString(port)));
        arguments.addAll(settings);
        return Child.jvm(List.of(), options, ServerProcess.class, arguments);
    }

    /** The setting that has a server speak so; plaintext without it. */
    public static String secured(Security security) {
        return SECURITY + security.name();
    }

    /** Runs the server: the path of its ledger, its port, its settings. */
    public static void main(String[] arguments) throws IOException {
        RpcLimits limits = RpcLimits.DEFAULTS;
        Security security = Security.PLAINTEXT;
        for (String setting : List.of(arguments).subList(2, arguments.length)) {
            if (setting.startsWith(SECURITY)) {
                security = Security.named(setting.substring(SECURITY.length()));
            } else {
                limits = with(limits, setting);
            }
        }
        try (Ledger ledger = new Ledger(Path.of(arguments[0]));
                RpcServer server = security.of(RpcServer.builder())
                        .limits(limits)
                        .gracePeriod(GRACE)
                        .add(Work.service(new LedgerWork(ledger)))
                        .listen(LOOPBACK, Integer.parseInt(arguments[1]))
                        .start()) {
            System.out.println(server.port());
            answer(server);
        }
    }

    private static RpcLimits with(RpcLimits limits, String setting) {
        int equals = setting.indexOf('=');
        int number = Integer.parseInt(setting.substring(equals + 1));
        return switch (setting.substring(0, equals)) {
            case "calls" -> limits.withCallsInFlight(number);
            case "connections" -> limits.withConnections(number).withConnectionsPerAddress(number);
            default -> throw new IllegalArgumentException("there is no setting '" + setting + "'");
        };
    }

    private static void answer(RpcServer server) throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String question = questions.readLine(); question != null; question = questions.readLine()) {
            switch (question) {
                case "memory" -> System.out.println(Memory.now().line());
                case "connections" ->
                    System.out.println("connections "
                            + server.snapshot()
                                    .toCompletableFuture()
                                    .join()
                                    .totals()
                                    .accepted());
                case "close" -> {
                    server.close();
                    System.out.println("closed");
                }
                default -> throw new IllegalArgumentException("nobody knows the question '" + question + "'");
            }
        }
    }
}
