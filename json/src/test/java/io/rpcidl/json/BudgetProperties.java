package io.rpcidl.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rpcidl.wire.Limits;
import java.util.function.IntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What octets cost, their text costs too (W-14.3): what was printed under some limits is read back under the same. */
class BudgetProperties {

    private static final int ENOUGH = 1 << 20;

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void unitsAreTheSame(@ForAll long seed) {
        assertSame(seed, Limits.DEFAULTS::withUnits, "W-3.23");
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void heapIsNotMore(@ForAll long seed) {
        RandomValues values = new RandomValues(seed);
        String text = values.value("list<~S0>");
        byte[] octets = form(values, Limits.DEFAULTS).parse(text, UnknownMembers.REFUSE);
        int least = least(values, octets, limit -> Limits.DEFAULTS.withHeapBytes(limit));
        assertThat(form(values, Limits.DEFAULTS.withHeapBytes(least)).parse(text, UnknownMembers.REFUSE))
                .isEqualTo(octets);
    }

    private static void assertSame(long seed, IntFunction<Limits> limits, String clause) {
        RandomValues values = new RandomValues(seed);
        String text = values.value("list<~S0>");
        byte[] octets = form(values, Limits.DEFAULTS).parse(text, UnknownMembers.REFUSE);
        int least = least(values, octets, limits);
        assertThat(form(values, limits.apply(least)).parse(text, UnknownMembers.REFUSE))
                .isEqualTo(octets);
        if (least > 1) {
            JsonFormException refused = Refused.text(form(values, limits.apply(least - 1)), text);
            // What an unknown variant holds is counted when the octets are written.
            assertThat(refused.clause()).as(refused.getMessage()).isIn(clause, "W-14.3", "W-14.18");
        }
    }

    /** The smallest limit under which the octets are accepted. */
    private static int least(RandomValues values, byte[] octets, IntFunction<Limits> limits) {
        int low = 1;
        int high = ENOUGH;
        while (low < high) {
            int middle = (low + high) >>> 1;
            try {
                form(values, limits.apply(middle)).print(octets, Printing.EXACT);
                high = middle;
            } catch (JsonFormException refused) {
                low = middle + 1;
            }
        }
        return low;
    }

    private static MessageForm form(RandomValues values, Limits limits) {
        return JsonForm.of(values.schema(), JsonLimits.DEFAULTS.withMessage(limits))
                .value("list<t.v1.S0>");
    }
}
