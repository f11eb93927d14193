package io.rpcidl.codec;

import io.rpcidl.value.Bytes;
import io.rpcidl.value.Kind;
import io.rpcidl.value.PackedList;
import io.rpcidl.wire.Limits;
import io.rpcidl.wire.UnencodableValueException;
import io.rpcidl.wire.WireWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * Writes the values of a message. Generated code calls it through a {@link StructCodec}; the array that it fills is kept for
 * the next message. Not safe for use by several threads.
 */
public final class Encoder extends WireWriter {

    private static final int LONGEST_ENTRY = 4;

    private final Limits limits;
    private int depth;
    private long units;
    private int lastNumber;
    private boolean canonical;
    private int unknownFieldsWritten;

    /** An encoder under the default limits. */
    public Encoder() {
        this(Limits.DEFAULTS);
    }

    /** An encoder of messages that these limits admit. */
    public Encoder(Limits limits) {
        super(limits.messageBytes());
        this.limits = limits;
    }

    /** Forgets what was written. */
    public void reset() {
        clear(limits.messageBytes());
    }

    /** A length, then the text (W-2.9). */
    public void string(String value) {
        text(value, Integer.MAX_VALUE);
    }

    /** The same for text that may take at most this many octets. */
    public void string(String value, long maximumBytes) {
        text(value, maximumBytes);
    }

    /** A length, then the octets (W-2.10). */
    public void bytes(Bytes value) {
        checkRoom(value.size());
        varint(value.size());
        int at = reserve(value.size());
        value.copyTo(buffer, at);
    }

    /** The same for at most this many octets. */
    public void bytes(Bytes value, long maximumBytes) {
        checkLength(value.size(), maximumBytes);
        bytes(value);
    }

    /** 16 octets in the order of RFC 9562. */
    public void uuid(UUID value) {
        uuid(reserve(16), value);
    }

    /** The same at a place that was reserved. */
    public void uuid(int at, UUID value) {
        bigEndianI64(at, value.getMostSignificantBits());
        bigEndianI64(at + 8, value.getLeastSignificantBits());
    }

    /** Seconds since 1970 and nanoseconds (W-2.6). */
    public void timestamp(Instant value) {
        timestamp(reserve(12), value);
    }

    /** The same at a place that was reserved. */
    public void timestamp(int at, Instant value) {
        i64(at, value.getEpochSecond());
        i32(at + 8, value.getNano());
    }

    /** Seconds, rounded down, and nanoseconds (W-2.6). */
    public void duration(Duration value) {
        duration(reserve(12), value);
    }

    /** The same at a place that was reserved. */
    public void duration(int at, Duration value) {
        i64(at, value.getSeconds());
        i32(at + 8, value.getNano());
    }

    /** A scale and an unscaled number of at most 64 octets (W-2.11). */
    public void decimal(BigDecimal value) {
        int scale = value.scale();
        if (Math.abs((long) scale) > Decoder.MAXIMUM_SCALE) {
            throw new UnencodableValueException("a decimal must have a scale of -10,000 to 10,000");
        }
        BigInteger unscaled = value.unscaledValue();
        int length = unscaled.bitLength() / 8 + 1;
        if (length > Decoder.MAXIMUM_UNSCALED) {
            throw new UnencodableValueException("a decimal must have at most 64 bytes of digits");
        }
        varint(2 + length);
        i16((short) scale);
        int at = reserve(length);
        if (length <= 8) {
            long digits = unscaled.longValue();
            for (int i = 0; i < length; i++) {
                buffer[at + i] = (byte) (digits >> (8 * i));
            }
        } else {
            byte[] digits = unscaled.toByteArray();
            for (int i = 0; i < length; i++) {
                buffer[at + i] = digits[length - 1 - i];
            }
        }
    }

    /** The number of an enum's value, 0 to 65,535. */
    public void enumNumber(int number) {
        enumNumber(reserve(2), number);
    }

    /** The same at a place that was reserved. */
    public void enumNumber(int at, int number) {
        if ((number & ~0xFFFF) != 0) {
            throw new UnencodableValueException("the number of an enum's value must be 0 to 65,535");
        }
        i16(at, (short) number);
    }

    /** One entry of a shape, in {@link StructCodec#writeShape}; numbers ascend (W-3.3). */
    public void field(int number, Kind kind) {
        int distance = number - lastNumber;
        if (distance <= 0 || number > 65_535) {
            throw new IllegalStateException("field " + number + " must be above " + lastNumber + " and at most 65,535");
        }
        lastNumber = number;
        units++;
        if (distance < 16) {
            octet((distance << 4) | kind.code());
        } else {
            octet(kind.code());
            varint(distance);
        }
    }

    /**
     * The shape of a union with this variant; its value is to follow (W-3.10).
     *
     * @return this encoder
     */
    public Encoder variant(int number, Kind kind) {
        int began = beginShape();
        field(number, kind);
        endShape(began);
        return this;
    }

    /** A variant without a value. */
    public void emptyVariant(int number) {
        variant(number, Kind.STRUCT);
        deepen();
        octet(0);
        leave();
    }

    /** A variant of a newer peer, octet by octet as it came. */
    public void unknownVariant(UnknownValue value) {
        if (canonical) {
            throw new UnencodableValueException("variant " + value.number() + " has no canonical form,"
                    + " for this schema does not know what is in it; use a schema that has the variant");
        }
        variant(value.number(), value.kind());
        unknown(value);
    }

    /**
     * The values of those unknown fields whose numbers lie between these two, in {@link OpenStructCodec#writeMerged}.
     *
     * @param above the number of the field before, 0 when there is none
     * @param below the number of the field behind
     */
    public void unknownFields(UnknownFields fields, int above, int below) {
        for (int i = fields.firstAbove(above);
                i < fields.size() && fields.get(i).number() < below;
                i++) {
            unknown(fields.get(i));
            unknownFieldsWritten++;
        }
    }

    private void unknown(UnknownValue value) {
        if (depth + value.height() > limits.depth()) {
            throw tooDeep();
        }
        spend(value.units());
        Bytes raw = value.raw();
        checkRoom(raw.size());
        int at = reserve(raw.size());
        raw.copyTo(buffer, at);
    }

    /** Starts to count the unknown fields of a struct; returns what {@link #endUnknownFields} needs. */
    int beginUnknownFields() {
        int outer = unknownFieldsWritten;
        unknownFieldsWritten = 0;
        return outer;
    }

    /** How many unknown fields of the struct were written. */
    int endUnknownFields(int outer) {
        int written = unknownFieldsWritten;
        unknownFieldsWritten = outer;
        return written;
    }

    /** What the message has cost so far. */
    long units() {
        return units;
    }

    /** Takes back what was written from there on, and what it cost. */
    byte[] takeBack(int from, long unitsBefore) {
        byte[] written = Arrays.copyOfRange(buffer, from, position);
        position = from;
        units = unitsBefore;
        return written;
    }

    void beginMessage() {
        limit(limits.messageBytes());
        depth = 1;
        units = 0;
    }

    void endMessage() {
        if (units > limits.units()) {
            throw tooManyUnits();
        }
        checkSize();
    }

    /** From here on each value has only one form (W-3.26). */
    void beginCanonical() {
        canonical = true;
    }

    void endCanonical() {
        canonical = false;
    }

    /** Whether each value has only one form, so that sets and maps are sorted. */
    boolean canonical() {
        return canonical;
    }

    /** The message that began there was written in full: each NaN in it gets its one form (W-3.28). */
    void unifyNaN(int from) {
        CanonicalNaN.unify(buffer, from);
    }

    /** Enters a nested value. */
    void deepen() {
        if (++depth > limits.depth()) {
            throw tooDeep();
        }
    }

    void leave() {
        depth--;
    }

    /** Refuses more elements than the schema allows (W-3.25). */
    void checkCount(int count, long maximum) {
        if (count > maximum) {
            throw new UnencodableValueException(count + " elements are more than the " + maximum + " that @max allows");
        }
    }

    /** The count of a list's elements or of a map's pairs, each of which costs a unit. */
    void count(int count) {
        spend(count);
        varint(count);
    }

    /** All of a uniform list before its elements, which are nested, but have no length of their own. */
    void uniformHeader(int count, Shape shape) {
        octet(ShapeReader.UNIFORM_STRUCTS);
        varint(count);
        writeShape(shape);
        spend((long) count * shape.fields);
        deepen();
    }

    void shape(Shape shape) {
        units += shape.fields;
        writeShape(shape);
    }

    private void writeShape(Shape shape) {
        int length = shape.octets.length;
        if (length > 8) {
            octets(shape.octets, 0, length);
        } else {
            // One store for all octets; what it writes behind them is written over next.
            i64(reserveRoom(length, 8), shape.head);
        }
    }

    int beginShape() {
        lastNumber = 0;
        return reserve(1);
    }

    void endShape(int began) {
        int length = position - began - 1;
        if (length < 0x80) {
            buffer[began] = (byte) length;
            return;
        }
        // More than a hundred present fields: the length takes more than the octet that was left for it.
        reserve(LONGEST_ENTRY);
        int lengthSize = length < 0x4000 ? 2 : 3;
        System.arraycopy(buffer, began + 1, buffer, began + lengthSize, length);
        position = began;
        varint(length);
        position = began + lengthSize + length;
    }

    /** Counts fields, elements or pairs of the message. */
    void spend(long count) {
        units += count;
        if (units > limits.units()) {
            throw tooManyUnits();
        }
    }

    void packed(PackedList<?> list) {
        checkRoom(list.byteSize());
        int at = reserve(list.byteSize());
        list.copyTo(buffer, at);
    }

    private UnencodableValueException tooDeep() {
        return new UnencodableValueException("values nest deeper than " + limits.depth() + " levels");
    }

    private UnencodableValueException tooManyUnits() {
        return new UnencodableValueException(
                "the message has more than " + limits.units() + " fields, elements and pairs");
    }
}
