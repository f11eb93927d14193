package io.rpcidl.processes;

import io.rpcidl.processes.flood.FloodTable;
import io.rpcidl.processes.idle.IdleConnections;
import io.rpcidl.processes.kill.KillRounds;
import io.rpcidl.processes.load.Tally;
import io.rpcidl.processes.network.Troubles;
import io.rpcidl.processes.rolling.RollingRestart;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The commands. */
public final class Main {
    private static final String USAGE =
            "commands: kill [rounds [seed]], idle [connections], flood [scale [flood]], network, rolling [seconds]";

    private Main() {}

    /** Runs the command that the arguments name; the exit code is 1 when something was found, 2 when there is no such command. */
    public static void main(String[] arguments) throws Exception {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) throws Exception {
        String command = arguments.length == 0 ? "" : arguments[0];
        return switch (command) {
            case "kill" -> kill((int) number(arguments, 1, 100), number(arguments, 2, new Random().nextLong()));
            case "idle" -> idle((int) number(arguments, 1, IdleConnections.most()));
            case "flood" -> flood((int) number(arguments, 1, 5_000), arguments.length > 2 ? arguments[2] : "");
            case "network" -> withLedger(ledger -> Troubles.run(ledger, System.out));
            case "rolling" -> rolling(number(arguments, 1, 300));
            default -> {
                System.err.println(USAGE);
                yield 2;
            }
        };
    }

    private static int kill(int rounds, long seed) throws Exception {
        PrintStream out = System.out;
        return withLedger(ledger -> {
            try (KillRounds kills = new KillRounds(ledger, seed, UnaryOperator.identity(), out)) {
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

    private static int idle(int connections) throws Exception {
        return withLedger(ledger -> {
            System.out.print(IdleConnections.measure(ledger, connections).table());
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
            Files.deleteIfExists(ledger);
            Files.deleteIfExists(folder);
        }
    }

    private static long number(String[] arguments, int index, long otherwise) {
        return arguments.length > index ? Long.parseLong(arguments[index]) : otherwise;
    }
}
