package io.rpcidl.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Decimals as texts: digits and scale survive (W-14.9). */
final class Decimals {

    /** What the JDK takes beyond this grammar, such as other digits than ASCII, is not ours. */
    private static final Pattern WRITTEN =
            Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][-+]?[0-9]{1,9}+)?");

    private Decimals() {}

    static BigDecimal read(JsonInput in, String text) {
        in.checkNumberLength(text);
        if (!WRITTEN.matcher(text).matches()) {
            throw in.refuse(
                    "a decimal must be written like a JSON number, such as \"-12.50\" or \"1E+3\"", Rule.DECIMAL);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw in.refuse("the exponent of a decimal is too large", Rule.DECIMAL);
        }
    }
}
