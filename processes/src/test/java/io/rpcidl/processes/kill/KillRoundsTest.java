package io.rpcidl.processes.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.processes.load.Kind;
import io.rpcidl.processes.load.Tally;
import io.rpcidl.processes.load.Told;
import io.rpcidl.processes.security.Security;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Row C10 of the catalogue: a server that is killed under a thousand calls makes nobody tell a lie. */
@Timeout(600)
class KillRoundsTest {
    private static final int ROUNDS = Integer.getInteger("rpcidl.kill.rounds", 20);

    @TempDir
    Path folder;

    private Tally run(int rounds, Security security, UnaryOperator<Told> teller) throws InterruptedException {
        try (KillRounds kills =
                new KillRounds(folder.resolve("ledger"), security, new Random().nextLong(), teller, System.out)) {
            Tally tally = kills.run(rounds);
            System.out.print(tally.table());
            return tally;
        }
    }

    @Test
    void whatCallersAreToldIsTrue() throws InterruptedException {
        assertTheTruth(run(ROUNDS, Security.PLAINTEXT, UnaryOperator.identity()));
    }

    /** Records stand between the octets of a call and those that the operating system has taken. */
    @Test
    void whatCallersAreToldOverTlsIsTrue() throws Exception {
        assertTheTruth(run(Math.max(2, ROUNDS / 10), Security.tls(folder), UnaryOperator.identity()));
    }

    private static void assertTheTruth(Tally tally) {

        assertThat(tally.lies()).isEmpty();
        assertThat(tally.told(Told.OK)).isPositive();
        assertThat(tally.told(Told.MAYBE_EXECUTED)).isPositive();
        assertThat(tally.told(Told.NOT_EXECUTED)).isPositive();
        assertThat(Kind.values()).allMatch(kind -> tally.of(kind) > 0);
    }

    /** What would be a lie is found, or the rounds above prove nothing. */
    @Test
    void aPlantedLieIsFound() throws InterruptedException {
        Tally tally = run(2, Security.PLAINTEXT, told -> told == Told.MAYBE_EXECUTED ? Told.NOT_EXECUTED : told);

        assertThat(tally.lies())
                .isNotEmpty()
                .allMatch(lie -> lie.contains("was told NOT_EXECUTED, and its handler has begun"));
    }
}
