package io.rpcidl.codec;

import io.rpcidl.value.Bytes;
import io.rpcidl.value.Kind;
import io.rpcidl.value.PackedList;
import io.rpcidl.wire.Clause;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.MalformedDataException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of a message under its limits. Generated code calls it through a {@link StructCodec}; a decoder may be used
 * for one message after the other. Not safe for use by several threads.
 */
public final class Decoder extends ShapeReader {

    static final int MAXIMUM_SCALE = 10_000;
    static final int MAXIMUM_UNSCALED = 64;

    private static final long MINIMUM_SECOND = Instant.MIN.getEpochSecond();
    private static final long MAXIMUM_SECOND = Instant.MAX.getEpochSecond();

    /** What a string takes on the heap beside its characters. */
    private static final int STRING_FOOTPRINT = 56;

    private static final int BYTES_FOOTPRINT = 40;
    private static final int UUID_FOOTPRINT = 32;
    private static final int TIME_FOOTPRINT = 24;

    /** A value of an enum that the schema does not know is an object with a name. */
    private static final int ENUM_FOOTPRINT = 80;

    private static final int SMALL_DECIMAL_FOOTPRINT = 40;

    /** With a number of its own, whose digits are there twice while it is read. */
    private static final int LARGE_DECIMAL_FOOTPRINT = 128;

    /** What the schema does not know is an object with a description, beside its octets. */
    private static final int UNKNOWN_FOOTPRINT = 32;

    /** A number that may be absent is boxed; truth values and octets are shared. */
    static final int BOXED_FOOTPRINT = 24;

    /** A decoder under the default limits. */
    public Decoder() {
        this(Limits.DEFAULTS);
    }

    /** A decoder of messages that these limits admit. */
    public Decoder(Limits limits) {
        super(limits);
    }

    /**
     * Reads a message from this part of the array next; the array must not change meanwhile.
     *
     * @throws MalformedDataException if the message is larger than the limit
     * @throws IndexOutOfBoundsException if the part does not lie inside the array
     */
    public void reset(byte[] source, int offset, int length) {
        begin(source, offset, length);
    }

    /** A length, then the text (W-2.9). */
    public String string() {
        int length = length();
        return chargedText(length);
    }

    /** The same for text that may take at most this many octets; checked before anything is allocated. */
    public String string(long maximumBytes) {
        int length = limitedLength(maximumBytes);
        return chargedText(length);
    }

    /** A length, then the octets (W-2.10). */
    public Bytes bytes() {
        return bytes(Integer.MAX_VALUE);
    }

    /** The same for at most this many octets; checked before anything is allocated. */
    public Bytes bytes(long maximumBytes) {
        int length = limitedLength(maximumBytes);
        charge(BYTES_FOOTPRINT + length);
        return Bytes.of(bytes, advance(length), length);
    }

    /** 16 octets in the order of RFC 9562. */
    public UUID uuid() {
        return uuid(advance(16));
    }

    /** The same from a place that was moved over. */
    public UUID uuid(int at) {
        charge(UUID_FOOTPRINT);
        return new UUID(bigEndianI64(at), bigEndianI64(at + 8));
    }

    /** Seconds since 1970 and nanoseconds, in the range of {@link Instant} (W-2.6). */
    public Instant timestamp() {
        return timestamp(advance(12));
    }

    /** The same from a place that was moved over. */
    public Instant timestamp(int at) {
        long seconds = i64(at);
        if (seconds < MINIMUM_SECOND || seconds > MAXIMUM_SECOND) {
            throw malformedAt(at, "a timestamp is outside the range of years", Clause.TIME);
        }
        charge(TIME_FOOTPRINT);
        return Instant.ofEpochSecond(seconds, nanos(at + 8));
    }

    /** Seconds, rounded down, and nanoseconds (W-2.6). */
    public Duration duration() {
        return duration(advance(12));
    }

    /** The same from a place that was moved over. */
    public Duration duration(int at) {
        charge(TIME_FOOTPRINT);
        return Duration.ofSeconds(i64(at), nanos(at + 8));
    }

    /** A scale and an unscaled number of at most 64 octets in their shortest form (W-2.11). */
    public BigDecimal decimal() {
        int length = length() - 2;
        if (length < 1 || length > MAXIMUM_UNSCALED) {
            throw malformed("a decimal does not have 3 to 66 bytes", Clause.DECIMAL);
        }
        int scale = i16();
        if (scale < -MAXIMUM_SCALE || scale > MAXIMUM_SCALE) {
            throw malformedBefore(2, "the scale of a decimal is not -10,000 to 10,000", Clause.DECIMAL);
        }
        int at = advance(length);
        int last = bytes[at + length - 1];
        if (length > 1 && (last == 0 || last == -1) && (last ^ bytes[at + length - 2]) >= 0) {
            throw malformedBefore(1, "the digits of a decimal are not in their shortest form", Clause.DECIMAL);
        }
        if (length <= 8) {
            charge(SMALL_DECIMAL_FOOTPRINT);
            long unscaled = last;
            for (int i = length - 2; i >= 0; i--) {
                unscaled = (unscaled << 8) | (bytes[at + i] & 0xFF);
            }
            return BigDecimal.valueOf(unscaled, scale);
        }
        charge(LARGE_DECIMAL_FOOTPRINT + 2 * length);
        byte[] digits = new byte[length];
        for (int i = 0; i < length; i++) {
            digits[i] = bytes[at + length - 1 - i];
        }
        return new BigDecimal(new BigInteger(digits), scale);
    }

    /** The number of an enum's value, known or not. */
    public int enumNumber() {
        return enumNumber(advance(2));
    }

    /** The same from a place that was moved over. */
    public int enumNumber(int at) {
        charge(ENUM_FOOTPRINT);
        return u16(at);
    }

    /**
     * A value of a closed enum.
     *
     * @param lookup gives the value with a number, or null when the enum has none
     * @param type the name of the enum, for messages
     */
    public <T> T closedEnum(IntFunction<@Nullable T> lookup, String type) {
        return closedEnum(advance(2), lookup, type);
    }

    /** The same from a place that was moved over. */
    public <T> T closedEnum(int at, IntFunction<@Nullable T> lookup, String type) {
        int number = u16(at);
        T value = lookup.apply(number);
        if (value == null) {
            // which number it is stays here: the field may be sensitive, which only its own code knows
            throw malformedAt(at, "the closed enum " + type + " has no value of the number that was read", Clause.ENUM);
        }
        return value;
    }

    /**
     * Reads a struct's shape up to a field that must be there, and skips the values of unknown fields before it. The next read
     * is the field's value.
     *
     * @param name of the field, for messages
     */
    public void require(int number, Kind kind, String name) {
        if (!find(number, kind, name)) {
            throw malformed("the required field " + name + " (" + number + ") is absent", Clause.REQUIRED_FIELD);
        }
    }

    /**
     * Reads a struct's shape up to a field that may be there, and skips the values of unknown fields before it.
     *
     * @param name of the field, for messages
     * @return true when it is there; then the next read is its value
     */
    public boolean present(int number, Kind kind, String name) {
        if (nextNumber() > number && !locating()) {
            return false;
        }
        boolean present = find(number, kind, name);
        if (present && boxed(kind)) {
            charge(BOXED_FOOTPRINT);
        }
        return present;
    }

    /** Whether Java holds an optional value of this kind in an object of its own. */
    static boolean boxed(Kind kind) {
        return kind.compareTo(Kind.INT16) >= 0 && kind.compareTo(Kind.FLOAT64) <= 0;
    }

    /** Whether the next field of the struct has this number or a lower one. */
    public boolean hasFieldUpTo(int number) {
        return nextNumber() <= number;
    }

    private boolean find(int number, Kind kind, String name) {
        while (nextNumber() < number) {
            skipField();
        }
        if (locating()) {
            enterField(name);
        }
        if (nextNumber() != number) {
            return false;
        }
        if (nextKind() != kind.code()) {
            throw otherKind(name, kind, nextKind(), Clause.FIELD_KIND);
        }
        nextEntry();
        return true;
    }

    /**
     * Checks the kind of a union's variant, whose value is the next read.
     *
     * @param name of the variant, for messages
     * @return this decoder
     */
    public Decoder expect(Kind kind, String name) {
        enterField(name);
        if (variantKind() != kind.code()) {
            throw otherKind(name, kind, variantKind(), Clause.FIELD_KIND);
        }
        return this;
    }

    /**
     * Reads the value of a variant that has none: a struct without any field that this reader knows.
     *
     * @param name of the variant, for messages
     * @return the variant
     */
    public <T> T emptyVariant(String name, T variant) {
        expect(Kind.STRUCT, name);
        skip(Kind.STRUCT);
        return variant;
    }

    /** Keeps the value of a variant that this reader does not know. */
    public UnknownValue unknownVariant() {
        return unknown(variantNumber(), kindOf(variantKind()));
    }

    /**
     * Keeps the unknown fields of an open struct before a field, which {@link #require} or {@link #present} then looks for.
     *
     * @param number of the field
     */
    public void keepBefore(int number, UnknownFieldCollector unknown) {
        while (nextNumber() < number) {
            keepField(unknown);
        }
    }

    /** Keeps the unknown fields of an open struct behind its last field. */
    public UnknownFields keepRest(UnknownFieldCollector unknown) {
        while (hasEntry()) {
            keepField(unknown);
        }
        return unknown.fields();
    }

    private void keepField(UnknownFieldCollector unknown) {
        int number = nextNumber();
        Kind kind = kindOf(nextKind());
        nextEntry();
        charge(unknown.footprint());
        unknown.add(unknown(number, kind));
    }

    private UnknownValue unknown(int number, Kind kind) {
        if (locating()) {
            enterField("#" + number);
        }
        int from = position;
        long unitsBefore = unitsLeft();
        int outerDeepest = beginHeight();
        skip(kind);
        int height = height(outerDeepest);
        charge(UNKNOWN_FOOTPRINT + BYTES_FOOTPRINT + position - from);
        Bytes raw = Bytes.of(bytes, from, position - from);
        return new UnknownValue(number, kind, raw, height, (int) (unitsBefore - unitsLeft()));
    }

    /** Numbers back to back, copied at once. */
    <T> List<T> packed(PackedList.Element element, int count) {
        int length = count * element.width();
        int at = advance(length);
        if (element == PackedList.Element.BOOL) {
            checkBools(at, count);
        }
        return PackedList.copyOf(element, bytes, at, count);
    }

    private String chargedText(int length) {
        charge(STRING_FOOTPRINT + length);
        String text = text(length);
        if (text.length() != length) {
            // Beyond ASCII the JDK holds one or two octets a character, whatever they took here.
            charge(2L * text.length());
        }
        return text;
    }

    private int limitedLength(long maximumBytes) {
        int length = length();
        if (length > maximumBytes) {
            throw malformed(
                    length + " bytes are more than the " + maximumBytes + " that @max allows", Clause.CONSTRAINT);
        }
        return length;
    }

    private void checkBools(int at, int count) {
        for (int i = at; i < at + count; i++) {
            if ((bytes[i] & ~1) != 0) {
                throw malformedBefore(at + count - i, "a bool is neither 0 nor 1", Clause.BOOL);
            }
        }
    }
}
