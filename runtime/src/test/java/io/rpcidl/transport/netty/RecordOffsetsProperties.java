package io.rpcidl.transport.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Which octets of the application count as taken, against a table of what is in which record. */
class RecordOffsetsProperties {
    private static final int OVERHEAD = 22;

    @Property(tries = 300)
    void countsARecordWithItsLastOctet(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 0, max = 40) Integer> records,
            @ForAll @IntRange(min = 1, max = 50) int step) {
        RecordOffsets offsets = new RecordOffsets();
        List<long[]> table = new ArrayList<>();
        long written = 0;
        long plain = 0;
        for (int record : records) {
            offsets.wrapped(record, record + OVERHEAD, record + OVERHEAD);
            written += record + OVERHEAD;
            plain += record;
            table.add(new long[] {written, plain});
        }
        long before = 0;
        for (long taken = 0; taken <= written; taken += step) {
            boolean more = offsets.taken(taken);
            assertThat(offsets.plainTaken()).isEqualTo(expected(table, taken));
            assertThat(more).isEqualTo(offsets.plainTaken() > before);
            before = offsets.plainTaken();
        }
        offsets.taken(written);
        assertThat(offsets.plainTaken()).isEqualTo(plain);
        assertThat(offsets.written()).isEqualTo(written);
    }

    private static long expected(List<long[]> table, long taken) {
        long reached = 0;
        for (long[] row : table) {
            reached = row[0] <= taken ? row[1] : reached;
        }
        return reached;
    }

    @Test
    void countsTooEarlyWhereOneStepMakesSeveralRecords() {
        RecordOffsets offsets = new RecordOffsets();
        offsets.wrapped(100, 150, 40);

        assertThat(offsets.taken(39)).isFalse();
        assertThat(offsets.taken(40)).isTrue();
        assertThat(offsets.plainTaken()).isEqualTo(100);
    }
}
