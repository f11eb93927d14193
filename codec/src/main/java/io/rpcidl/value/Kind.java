package io.rpcidl.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a value on the wire is, in four bits; 0 is no kind, so that a run of zero octets is an error (W-2.1). */
public enum Kind {
    BOOL(1, 1, true),
    INT8(2, 1, true),
    INT16(3, 2, true),
    INT32(4, 4, true),
    INT64(5, 8, true),
    FLOAT32(6, 4, true),
    FLOAT64(7, 8, true),
    TIME(8, 12, true),
    UUID(9, 16, true),
    ENUM(10, 2, true),
    STRING(11, 1, false),
    BYTES(12, 1, false),
    /** At least the octet of an empty shape. */
    STRUCT(13, 1, false),
    /** The kind of the elements, their count. */
    LIST(14, 2, false),
    /** Two kinds, the count. */
    MAP(15, 3, false);

    private static final Kind[] BY_CODE = byCode();

    private final int code;
    private final int minimumSize;
    private final boolean fixed;
    private final String label = name().toLowerCase(Locale.ROOT);

    Kind(int code, int minimumSize, boolean fixed) {
        this.code = code;
        this.minimumSize = minimumSize;
        this.fixed = fixed;
    }

    /** The kind with this code, or null when there is none: for 0 and for anything above 15. */
    public static @Nullable Kind of(int code) {
        return code >= 1 && code <= 15 ? BY_CODE[code] : null;
    }

    /** The number that stands for it on the wire, 1 to 15. */
    public int code() {
        return code;
    }

    /** How many octets a value of this kind takes at least; never 0, so that octets bound every count. */
    public int minimumSize() {
        return minimumSize;
    }

    /** Whether each value takes exactly {@link #minimumSize()} octets. */
    public boolean fixed() {
        return fixed;
    }

    /** Whether values of this kind may be keys of a map or elements of a set. */
    public boolean key() {
        return switch (this) {
            case BOOL, INT8, INT16, INT32, INT64, UUID, ENUM, STRING -> true;
            default -> false;
        };
    }

    /** The name as messages show it. */
    @Override
    public String toString() {
        return label;
    }

    private static Kind[] byCode() {
        Kind[] kinds = new Kind[16];
        for (Kind kind : values()) {
            kinds[kind.code] = kind;
        }
        return kinds;
    }
}
