package io.rpcidl.processes.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.processes.ledger.Ledger.Runs;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static Made made(Kind kind, Told... told) {
        Made made = new Made(7, kind);
        List.of(told).forEach(made::ended);
        return made;
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_EXECUTED, 1, 0, has begun",
        "NOT_EXECUTED, 1, 1, has begun",
        "EXECUTED, 0, 0, has not begun",
        "OK, 0, 0, has not done its work",
        "OK, 1, 0, has not done its work",
        "OK, 2, 2, has begun 2 times",
        "MAYBE_EXECUTED, 2, 1, has begun 2 times"
    })
    void knowsALie(Told told, int begun, int done, String lie) {
        assertThat(Judge.lie(made(Kind.PLAIN, told), new Runs(begun, done))).endsWith(lie);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_EXECUTED, 0, 0",
        "EXECUTED, 1, 0",
        "EXECUTED, 1, 1",
        "OK, 1, 1",
        "MAYBE_EXECUTED, 0, 0",
        "MAYBE_EXECUTED, 1, 0",
        "MAYBE_EXECUTED, 1, 1",
        "HANDED_OVER, 0, 0"
    })
    void knowsTheTruth(Told told, int begun, int done) {
        assertThat(Judge.lie(made(Kind.PLAIN, told), new Runs(begun, done))).isNull();
    }

    @Test
    void letsARepeatableCallRunTwice() {
        assertThat(Judge.lie(made(Kind.IDEMPOTENT, Told.OK), new Runs(2, 1))).isNull();
    }

    @Test
    void wantsExactlyOneEnd() {
        assertThat(Judge.lie(made(Kind.READONLY), Runs.NONE)).endsWith("has ended 0 times");
        assertThat(Judge.lie(made(Kind.READONLY, Told.OK, Told.OK), new Runs(1, 1)))
                .endsWith("has ended 2 times");
    }

    @Test
    void countsWhatWasToldAndWhatIsTrue() {
        Tally tally = new Tally();
        tally.add(List.of(made(Kind.UPLOAD, Told.MAYBE_EXECUTED)), Map.of());
        tally.add(List.of(made(Kind.PLAIN, Told.NOT_EXECUTED)), Map.of(7L, new Runs(1, 0)));

        assertThat(tally.calls()).isEqualTo(2);
        assertThat(tally.neverBegun()).isEqualTo(1);
        assertThat(tally.lies()).hasSize(1);
        assertThat(tally.table()).contains("lies: 1", "MAYBE_EXECUTED that had not begun: 1");
    }
}
