package io.rpcidl.processes;

import io.rpcidl.processes.flood.FloodTable;
import io.rpcidl.processes.idle.IdleConnections;
import io.rpcidl.processes.kill.KillRounds;
import io.rpcidl.processes.load.Tally;
import io.rpcidl.processes.network.Troubles;
import io.rpcidl.processes.rolling.RollingRestart;
import io.rpcidl.processes.security.Security;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The commands. */
public final class Main {
    private static final String USAGE =
            "commands: kill [--tls] [rounds [seed]], idle [--tls] [connections], flood [scale [flood]], network, rolling [seconds]";
    private static final String TLS = "--tls";

    private Main() {}

    /** Runs the command that the arguments name; the exit code is 1 when something was found, 2 when there is no such command. */
    public static void main(String[] arguments) throws Exception {
        System.exit(run(arguments));
    }

    private static int run(String... all) throws Exception {
        boolean tls = List.of(all).contains(TLS);
        String[] arguments =
                Stream.of(all).filter(argument -> !argument.equals(TLS)).toArray(String[]::new);
        String command = arguments.length == 0 ? "" : arguments[0];
        return switch (command) {
            case "kill" -> kill(tls, (int) number(arguments, 1, 100), number(arguments, 2, new Random().nextLong()));
            case "idle" -> idle(tls, (int) number(arguments, 1, IdleConnections.most()));
            case "flood" -> flood((int) number(arguments, 1, 5_000), arguments.length > 2 ? arguments[2] : "");
            case "network" -> withLedger(ledger -> Troubles.run(ledger, System.out));
            case "rolling" -> rolling(number(arguments, 1, 300));
            default -> {
                System.err.println(USAGE);
                yield 2;
            }
        };
    }

    private static int kill(boolean tls, int rounds, long seed) throws Exception {
        PrintStream out = System.out;
        return withLedger(ledger -> {
            try (KillRounds kills =
                    new KillRounds(ledger, security(tls, ledger), seed, UnaryOperator.identity(), out)) {
                Tally tally = kills.run(rounds);
                System.out.print(tally.table());
                tally.lies().forEach(System.out::println);
                return tally.lies().isEmpty() ? 0 : 1;
            }
        });
    }

    private static int rolling(long seconds) throws Exception {
        PrintStream out = System.out;
        return withLedger(ledger -> {
            try (RollingRestart servers = new RollingRestart(ledger, out)) {
                Tally tally = servers.run(seconds);
                System.out.print(tally.table());
                tally.lies().forEach(System.out::println);
                return tally.lies().isEmpty() ? 0 : 1;
            }
        });
    }

    private static int idle(boolean tls, int connections) throws Exception {
        return withLedger(ledger -> {
            System.out.print(IdleConnections.measure(ledger, connections, security(tls, ledger))
                    .table());
            return 0;
        });
    }

    private static int flood(int scale, String only) throws Exception {
        return withLedger(ledger -> FloodTable.print(ledger, scale, only, System.out) == 0 ? 0 : 1);
    }

    /** Does something that needs a ledger. */
    private interface Work {
        int run(Path ledger) throws Exception;
    }

    private static int withLedger(Work work) throws Exception {
        Path folder = Files.createTempDirectory("rpcidl-processes-");
        Path ledger = folder.resolve("ledger");
        try {
            return work.run(ledger);
        } finally {
            deleteAll(folder);
        }
    }

    private static Security security(boolean tls, Path ledger) throws IOException {
        return tls ? Security.tls(folderOf(ledger)) : Security.PLAINTEXT;
    }

    private static Path folderOf(Path ledger) {
        return Objects.requireNonNull(ledger.getParent(), "a ledger has a folder");
    }

    private static void deleteAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    private static long number(String[] arguments, int index, long otherwise) {
        return arguments.length > index ? Long.parseLong(arguments[index]) : otherwise;
    }
}
